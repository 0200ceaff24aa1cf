/** One sentence per code: the thing, the place, the remedy. */
export const errors = {
  PICTURE_DAMAGED: 'The picture was damaged on its way to the file; save it again.',
  UNKNOWN:
    'Something failed that Entente did not expect ({{code}}); nothing was changed. The log in the data folder has the details.',
  IPC_SENDER:
    'A request came from a page that is not Entente’s own and was refused; restart Entente if you see this again.',
  IPC_TOO_LARGE: 'The request “{{name}}” was too large and nothing was changed; do it in smaller parts.',
  IPC_INPUT:
    'The request “{{name}}” had a value that cannot be taken ({{field}}) and nothing was changed; correct the value and try again.',
  BRIDGE_FAILED:
    'The request “{{request}}” could not be carried to the main process and nothing was changed; restart Entente.',
  DATA_FOLDER_READ_ONLY:
    'The data folder {{folder}} cannot be written; allow writing to it or choose another with --data.',
  DATA_FOLDER_UNUSABLE: 'The data folder {{folder}} cannot be used; choose another with --data.',
  PREFERENCES_NOT_SAVED:
    'Language and theme hold until Entente is closed, but {{file}} could not be written; free some space or allow writing.',
  PLAN_CLOSED: 'No exercise is open, so nothing was changed; open one first.',
  NOTHING_TO_UNDO: 'There is nothing to undo.',
  NOTHING_TO_REDO: 'There is nothing to redo.',
  STEP_RECORD_MISSING: 'A {{kind}} that the change speaks of is not in the plan ({{id}}); nothing was changed.',
  RECORD_KIND: 'The kind of record “{{kind}}” is unknown here; nothing was changed. A newer Entente may know it.',
  RECORD_INVALID:
    'A value cannot be taken in the field “{{field}}” of a {{kind}} ({{id}}); nothing was changed. Correct the value.',
} as const;
