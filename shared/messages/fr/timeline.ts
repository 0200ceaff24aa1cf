import type { Messages } from '../catalogue.ts';
import type { timeline as en } from '../en/timeline.ts';

export const timeline: Messages<typeof en> = {
  title: 'Chronogramme',
  bars: 'Activités et mouvements dans le temps',
  now: 'Maintenant',
  without: 'Non affecté',
  newActivity: 'Nouvelle activité',
  newTitle: 'Nouvelle activité',
  groupBy: 'Lignes par',
  colourBy: 'Couleur par',
  filter: 'Filtrer par titre ou nature',
  links: 'Dépendances',
  zoomIn: 'Agrandir (+)',
  zoomOut: 'Réduire (−)',
  fit: 'Afficher tout le plan',
  toNow: 'Aller à maintenant',
  empty:
    'Activités, conférences et mouvements s’affichent ici dans le temps, une ligne par participant, unité ou lieu.',
  grouping: {
    participant: 'Par participant',
    unit: 'Par unité',
    location: 'Par lieu',
    phase: 'Par phase',
    type: 'Par nature',
    state: 'Par état',
    responsible: 'Par responsable',
    owner: 'Par propriétaire',
  },
  rowForm: 'Lignes',
  form: { stacked: 'Empilées', single: 'Une ligne chacune' },
  colouring: {
    participant: 'Couleur : participant',
    unit: 'Couleur : unité',
    location: 'Couleur : lieu',
    phase: 'Couleur : phase',
    type: 'Couleur : nature',
    state: 'Couleur : état',
    responsible: 'Couleur : responsable',
    owner: 'Couleur : propriétaire',
  },
  legend: 'Couleurs des barres',
};
