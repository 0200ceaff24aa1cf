/** Why an edit on the timeline was refused. */
export const editingErrors = {
  SPLIT_OUTSIDE: 'The cursor does not stand inside “{{what}}”; put it between its start and its end, then split.',
  LINK_TOO_FEW: 'A link needs two activities; select what comes first, then what waits for it.',
  LAG_UNREADABLE: '“{{text}}” is no lag; write it as +90m, 2h30, 1d 4h or -1d.',
  REASSIGN_KIND: '“{{what}}” cannot turn from an activity into a movement or back; create a new one instead.',
  REASSIGN_PHASE: '“{{what}}” is a phase itself and stands in its own row; change its dates instead.',
  REASSIGN_FIELD: '“{{what}}” is a movement and has nothing that these rows stand for; choose other rows.',
  REASSIGN_NEEDS_PARTICIPANT:
    '“{{what}}” is a movement and always belongs to a participant; choose a row that has one.',
  CLIP_UNREADABLE: 'The clipboard holds nothing that was copied from a timeline; copy activities or movements first.',
  PASTE_PARTICIPANT: 'The participant of movement “{{what}}” is not in this exercise; add it first, then paste again.',
  PASTE_LIMIT: 'That would be more than {{limit}} copies at once; paste fewer.',
} as const;
