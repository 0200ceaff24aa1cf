/** Words that every screen shares. */
export const ui = {
  undo: 'Undo',
  required: '{{field}} cannot be empty; type a value.',
  mixed: 'Several values',
  none: 'None',
  nothingFound: 'Nothing found',
  clear: 'Clear {{field}}',
  numberBetween: '{{field}} takes a number from {{min}} to {{max}}.',
  wholeNumberBetween: '{{field}} takes a whole number from {{min}} to {{max}}.',
} as const;
