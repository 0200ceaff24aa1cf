import type { Messages } from '../catalogue.ts';
import type { ui as en } from '../en/ui.ts';

export const ui: Messages<typeof en> = {
  undo: 'Annuler',
  required: '{{field}} ne peut pas rester vide ; saisissez une valeur.',
  mixed: 'Plusieurs valeurs',
  none: 'Aucun',
  nothingFound: 'Aucun résultat',
  clear: 'Effacer {{field}}',
  numberBetween: '{{field}} accepte un nombre de {{min}} à {{max}}.',
  wholeNumberBetween: '{{field}} accepte un nombre entier de {{min}} à {{max}}.',
};
