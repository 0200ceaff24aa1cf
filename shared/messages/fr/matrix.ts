import type { Messages } from '../catalogue.ts';
import type { matrix as en, matrixErrors as enErrors } from '../en/matrix.ts';

export const matrix: Messages<typeof en> = {
  title: 'Matrice de synchronisation',
  empty: 'Qui fait quoi dans quelle phase ou tranche horaire. Elle est tirée du plan : ce qui a un horaire y figure.',
  begin: 'Saisir ici les premières activités',
  newActivity: 'Nouvelle activité',
  rowsBy: 'Lignes',
  rows: {
    type: 'Lignes : fonction',
    participant: 'Lignes : participant',
    unit: 'Lignes : unité',
    location: 'Lignes : lieu',
    responsible: 'Lignes : responsable',
  },
  columnsBy: 'Colonnes',
  columns: {
    phase: 'Colonnes : phase',
    week: 'Colonnes : semaine',
    day: 'Colonnes : jour',
    halfDay: 'Colonnes : 12 heures',
    watch: 'Colonnes : 4 heures',
    hour: 'Colonnes : heure',
  },
  filled: 'Masquer ce qui est vide',
  print: 'Imprimer',
  toTimeline: 'Voir sur le chronogramme',
  more: '+{{count}} autres',
  less: 'En montrer moins',
  waiting: 'À programmer',
  making: 'La matrice se construit…',
  entry: '{{title}}, {{n}} sur {{count}}',
  standsAt: '{{title}} : {{place}}',
  without: 'Sans affectation',
  noPhase: 'Sans phase',
  continued: '{{title}}, suite',
  cell: '{{row}}, {{column}}',
  newTitle: 'Intitulé d’une nouvelle activité',
  rename: 'Intitulé de {{title}}',
};

export const matrixErrors: Messages<typeof enErrors> = {
  MATRIX_NO_TIME: 'Cette colonne n’a pas d’horaire ; choisissez une phase ou une tranche horaire.',
};
