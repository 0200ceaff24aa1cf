/** Markings: where they come from, what is equivalent, how high an exercise may go. */
export const label = {
  section: 'Marking',
  own: 'marked itself',
  inherited: 'inherited from {{from}}',
  retained:
    'Kept as strict as {{nation}} marked {{record}}, since {{when}}, when the owner of this or of what it belongs to changed it.',
  retainedEnd: '“Inherit again” or another marking ends that in this plan.',
  retainedEndHere: 'A marking of its own ends that for this record.',
  fallback: 'no exercise label: training',
  setOwn: 'Mark it itself…',
  inheritAgain: 'Inherit again',
  several: 'Different markings; what you set holds for all {{count}}.',
  setForAll: 'Mark all…',
  caveat: 'Caveat',
  caveatHint:
    'A restriction in words. It is shown wherever the marking is, and no import of another nation weakens it.',
  noEquivalent: 'no equivalent',
  equivalents: 'Elsewhere: {{list}}',
  labelling: 'Policies, equivalence, ceiling',
  labellingButton: 'Policies and equivalence…',
  ceiling: 'Highest marking allowed',
  noCeiling: 'No ceiling',
  ceilingHint: 'No record can be marked higher, neither here nor by an import, and nothing higher is exported.',
  table: 'Equivalence table',
  tableHint:
    'Levels in one row are held to be equally high. The table begins with the usual order of the built-in policies; verify it against the agreements of those who take part.',
  row: 'Row {{n}}',
  addRow: 'Add a row',
  removeRow: 'Remove row {{n}}',
  policies: 'Own policies',
  policyName: 'Name of the policy',
  levels: 'Levels, from the lowest to the highest',
  levelsHint: 'Press Enter after each level.',
  releaseWords: 'Words before the nations',
  policyTaken: 'There is a policy “{{name}}” already; choose another name.',
  addPolicy: 'Add a policy',
  removePolicy: 'Remove {{name}}',
  newPolicy: 'NATIONAL {{n}}',
  lowest: 'UNCLASSIFIED',
  notReleased: 'not released',
  withheldFields: 'Not released to us: {{fields}}.',
  close: 'Close',
  add: 'Add',
} as const;

export const labelErrors = {
  LABEL_ABOVE_CEILING:
    '“{{what}}” would be marked higher than the exercise allows; mark it lower, or let the host raise the ceiling in the settings of the exercise.',
  LABEL_CEILING_TOO_LOW_one:
    '{{count}} record is already marked higher than {{ceiling}} ({{what}}), so this cannot be the ceiling; mark it lower first or choose a higher one.',
  LABEL_CEILING_TOO_LOW_other:
    '{{count}} records are already marked higher than {{ceiling}} ({{what}}), so this cannot be the ceiling; mark them lower first or choose a higher one.',
  LABEL_LEVEL_UNKNOWN:
    'The policy “{{policy}}” has no level “{{level}}” in this exercise, so nothing was changed; its levels are: {{levels}}.',
  LABELLING_ORDER:
    'The equivalence table would put levels of one policy in another order than the policy has, or names a level it does not have; correct the rows.',
} as const;
