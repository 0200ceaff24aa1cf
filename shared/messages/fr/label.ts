import type { Messages } from '../catalogue.ts';
import type { label as en, labelErrors as enErrors } from '../en/label.ts';

export const label: Messages<typeof en> = {
  section: 'Marquage',
  own: 'marquage propre',
  inherited: 'hérité de {{from}}',
  retained:
    'Maintenu aussi strict que le marquage de {{record}} par {{nation}}, depuis {{when}}, quand le propriétaire de l’élément ou de celui dont il dépend l’a modifié.',
  retainedEnd: '« Hériter de nouveau » ou un autre marquage y met fin dans ce plan.',
  retainedEndHere: 'Un marquage propre y met fin pour cet élément.',
  fallback: 'exercice sans marquage : entraînement',
  setOwn: 'Marquer lui-même…',
  inheritAgain: 'Hériter de nouveau',
  several: 'Marquages différents ; ce que vous fixez vaut pour les {{count}}.',
  setForAll: 'Tout marquer…',
  caveat: 'Restriction',
  caveatHint:
    'Une restriction en toutes lettres. Elle accompagne toujours le marquage, et aucune importation d’une autre nation ne l’affaiblit.',
  noEquivalent: 'sans équivalent',
  equivalents: 'Ailleurs : {{list}}',
  labelling: 'Politiques, équivalences, plafond',
  labellingButton: 'Politiques et équivalences…',
  ceiling: 'Marquage le plus élevé admis',
  noCeiling: 'Pas de plafond',
  ceilingHint:
    'Aucun élément ne peut être marqué plus haut, ni ici ni par une importation, et rien de plus élevé n’est exporté.',
  table: 'Table d’équivalence',
  tableHint:
    'Les niveaux d’une ligne sont tenus pour également élevés. La table reprend d’abord l’ordre usuel des politiques fournies ; vérifiez-la d’après les accords des participants.',
  row: 'Ligne {{n}}',
  addRow: 'Ajouter une ligne',
  removeRow: 'Retirer la ligne {{n}}',
  policies: 'Politiques propres',
  policyName: 'Nom de la politique',
  levels: 'Niveaux, du plus bas au plus élevé',
  levelsHint: 'Appuyez sur Entrée après chaque niveau.',
  releaseWords: 'Mots devant les nations',
  policyTaken: 'Il y a déjà une politique « {{name}} » ; choisissez un autre nom.',
  addPolicy: 'Ajouter une politique',
  removePolicy: 'Retirer {{name}}',
  newPolicy: 'NATIONALE {{n}}',
  lowest: 'NON CLASSIFIÉ',
  notReleased: 'non diffusé',
  withheldFields: 'Ne nous a pas été diffusé : {{fields}}.',
  close: 'Fermer',
  add: 'Ajouter',
};

export const labelErrors: Messages<typeof enErrors> = {
  LABEL_ABOVE_CEILING:
    '« {{what}} » serait marqué plus haut que l’exercice ne l’admet ; abaissez son marquage, ou faites relever le plafond par l’hôte dans les réglages de l’exercice.',
  LABEL_CEILING_TOO_LOW_one:
    '{{count}} élément est déjà marqué plus haut que {{ceiling}} ({{what}}), qui ne peut donc être le plafond ; abaissez-le d’abord ou choisissez plus haut.',
  LABEL_CEILING_TOO_LOW_other:
    '{{count}} éléments sont déjà marqués plus haut que {{ceiling}} ({{what}}), qui ne peut donc être le plafond ; abaissez-les d’abord ou choisissez plus haut.',
  LABEL_LEVEL_UNKNOWN:
    'La politique « {{policy}} » n’a pas de niveau « {{level}} » dans cet exercice ; rien n’a changé. Ses niveaux : {{levels}}.',
  LABELLING_ORDER:
    'La table d’équivalence placerait les niveaux d’une politique dans un autre ordre que le sien, ou nomme un niveau qu’elle n’a pas ; corrigez les lignes.',
};
