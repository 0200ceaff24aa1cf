import type { Messages } from '../catalogue.ts';
import type { plan as en } from '../en/plan.ts';

export const plan: Messages<typeof en> = {
  activityType: {
    serial: 'Sérial',
    conference: 'Conférence',
    phase: 'Phase',
    milestone: 'Jalon',
    deadline: 'Échéance',
    training: 'Instruction',
    logistics: 'Soutien logistique',
    ceremony: 'Cérémonie',
    movement: 'Mouvement',
  },
  activityState: { draft: 'Projet', planned: 'Prévue', confirmed: 'Confirmée', done: 'Achevée', cancelled: 'Annulée' },
  readiness: { ready: 'Prête', limited: 'Limitée', 'not-ready': 'Non prête' },
  mode: { AIR: 'Air', SEA: 'Mer', RAIL: 'Rail', ROAD: 'Route', SELF: 'Par ses moyens' },
  direction: { deployment: 'Déploiement', redeployment: 'Redéploiement', sustainment: 'Ravitaillement' },
  locationType: {
    airport: 'Aéroport',
    seaport: 'Port maritime',
    railhead: 'Tête de ligne',
    'border-crossing': 'Poste frontière',
    'staging-area': 'Zone de regroupement',
    'training-area': 'Zone d’exercice',
    barracks: 'Quartier',
    headquarters: 'État-major',
    depot: 'Dépôt',
    hospital: 'Hôpital',
    civil: 'Site civil',
    other: 'Autre',
  },
};
