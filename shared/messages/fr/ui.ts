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
  filter: 'Filtrer',
  clearFilter: 'Effacer le filtre',
  columns: 'Colonnes',
  resetColumns: 'Colonnes standard',
  rows_one: '{{count}} ligne',
  rows_other: '{{count}} lignes',
  rowsOf: '{{shown}} lignes sur {{total}}',
  copied_one: '{{count}} ligne copiée.',
  copied_other: '{{count}} lignes copiées.',
  markingHint: 'Marquage de protection, sans homologation',
  policy: 'Politique',
  classification: 'Classification',
  releasableTo: 'Diffusable à',
  releasableHint: 'Codes des nations et organisations ; aucun : pas de restriction au-delà de la classification.',
};
