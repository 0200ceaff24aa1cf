/** One sentence per code of the vault: the thing, the place, the remedy. */
export const vaultErrors = {
  VAULT_BUSY:
    'The data folder {{folder}} is in use by another Entente; close its window or wait for its command to end, then try again.',
  VAULT_NEWER:
    'The data folder {{folder}} was made by a newer Entente (form {{found}}, this one reads up to {{known}}); nothing was changed; install the newer version.',
  VAULT_DAMAGED:
    'The history file {{file}} is damaged and cannot be read; nothing was changed; put back a copy of the data folder, or move the file away to begin a new history.',
  VAULT_DISK_FULL:
    'The disk that holds the data folder is full, so the last change is not saved; free some space, then choose Save again.',
  VAULT_READ_ONLY:
    'The data folder {{folder}} cannot be written to; allow writing there or choose another folder, then try again.',
  VAULT_STEP_DIFFERS:
    'Another change with the number {{step}} is already in the history, so this one was not saved; open the exercise again and repeat the change.',
  VAULT_STEP_INVALID:
    'Step {{seq}} of the history does not fit the plan before it ({{reason}}); nothing was changed; put back a copy of the data folder.',
  VAULT_STEP_TOO_LARGE: 'The change holds more than {{mb}} MB and was not saved; undo it and make it in smaller parts.',
  VAULT_TOKEN_UNKNOWN:
    'The bundle of this import is no longer open, so the import was not saved; undo it and import the file again.',
  VAULT_EXERCISE_UNKNOWN: 'The data folder has no exercise {{exercise}}; choose one from the list of exercises.',
  VAULT_STOPPED:
    'The history could not be reached, so the last change is not saved; choose Save again, and restart Entente if that does not help.',
  VAULT_FAILED:
    'The history file could not be used (SQLite {{errcode}}); the last change is not saved; choose Save again, and see the log in the data folder.',
  BRIDGE_FAILED:
    'Entente’s main part did not take the request {{request}}; nothing was changed; try again, and restart Entente if that does not help.',
} as const;
