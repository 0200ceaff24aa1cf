import type { Messages } from '../catalogue.ts';
import type { activity as en } from '../en/activity.ts';

export const activity: Messages<typeof en> = {
  title: 'Intitulé',
  serial: 'Numéro de sérial',
  type: 'Nature',
  state: 'État',
  start: 'Début',
  end: 'Fin',
  duration: 'Durée',
  minutes: 'min',
  participants: 'Participants',
  units: 'Unités',
  location: 'Lieu',
  phase: 'Phase',
  responsible: 'Responsable',
  remarks: 'Observations',
  addPredecessor: 'Attend (ajouter)',
  waitsFor: 'Attend',
  before: 'Précède',
  dependencyType: 'Lien',
  lag: 'Décalage',
  removeDependency: 'Supprimer le lien avec {{what}}',
  duplicate: 'Dupliquer',
  remove: 'Supprimer',
};
