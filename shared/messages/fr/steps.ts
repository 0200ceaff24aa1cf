import type { Messages } from '../catalogue.ts';
import type { commandErrors as enErrors, steps as en } from '../en/steps.ts';

export const steps: Messages<typeof en> = {
  create: 'ajout de {{what}}',
  createMany: {
    exercise: 'ajout de {{count}} exercices',
    anchor: 'ajout de {{count}} jalons de référence',
    participant: 'ajout de {{count}} participants',
    location: 'ajout de {{count}} lieux',
    unit: 'ajout de {{count}} unités',
    activity: 'ajout de {{count}} activités',
    dependency: 'ajout de {{count}} liaisons',
    movement: 'ajout de {{count}} mouvements',
  },
  update: 'modification de {{what}}',
  updateMany: {
    exercise: 'modification de {{count}} exercices',
    anchor: 'modification de {{count}} jalons de référence',
    participant: 'modification de {{count}} participants',
    location: 'modification de {{count}} lieux',
    unit: 'modification de {{count}} unités',
    activity: 'modification de {{count}} activités',
    dependency: 'modification de {{count}} liaisons',
    movement: 'modification de {{count}} mouvements',
  },
  remove: 'suppression de {{what}}',
  removeMany: {
    exercise: 'suppression de {{count}} exercices',
    anchor: 'suppression de {{count}} jalons de référence',
    participant: 'suppression de {{count}} participants',
    location: 'suppression de {{count}} lieux',
    unit: 'suppression de {{count}} unités',
    activity: 'suppression de {{count}} activités',
    dependency: 'suppression de {{count}} liaisons',
    movement: 'suppression de {{count}} mouvements',
  },
  move: 'déplacement de {{what}}',
  moveMany: {
    unit: 'déplacement de {{count}} unités',
    activity: 'déplacement de {{count}} activités',
    movement: 'déplacement de {{count}} mouvements',
  },
  duplicate: 'copie de {{what}}',
  duplicateMany: { activity: 'copie de {{count}} activités' },
  resizeActivity: 'nouvelle durée de {{what}}',
  link: 'liaison de {{from}} à {{to}}',
  addLeg: 'nouveau trajet de {{what}}',
  removeLeg: 'suppression d’un trajet de {{what}}',
  editLeg: 'modification d’un trajet de {{what}}',
  archive: 'archivage de {{what}}',
  restore: 'retour de {{what}}',
};

export const commandErrors: Messages<typeof enErrors> = {
  NOTHING_TO_CHANGE: 'Tout est déjà comme demandé ; rien n’a été modifié.',
  NOTHING_TO_UNDO: 'Il n’y a aucune étape à annuler.',
  NOTHING_TO_REDO: 'Il n’y a aucune étape à rétablir.',
  PLAN_CLOSED: 'Aucun exercice n’est ouvert ; ouvrez-en un d’abord.',
  RECORD_MISSING: 'L’élément ({{kind}}) n’est plus dans le plan ; refaites la sélection et recommencez.',
  RECORD_KIND:
    'Le plan ne connaît pas d’élément « {{kind}} » ; les données viennent peut-être d’un Entente plus récent.',
  RECORD_INVALID: 'L’élément ({{kind}} {{id}}) ne convient pas au plan : champ « {{field}} » ; corrigez ce champ.',
  STEP_RECORD_MISSING: 'La modification porte sur un élément ({{kind}}) absent du plan ; rien n’a été modifié.',
  REFERENCE_MISSING: '« {{what}} » désigne dans « {{field}} » un élément absent du plan ; choisissez-en un autre.',
  UNIT_CYCLE:
    '{{name}} ne peut être subordonnée à elle-même ni à l’une des siennes ; choisissez une autre unité supérieure.',
  UNIT_PARENT_FOREIGN:
    '{{name}} et {{parent}} relèvent de participants différents ; déplacez plutôt l’unité avec ses subordonnées.',
  ECHELON_UNKNOWN: '« {{echelon}} » n’est pas un échelon ; choisissez-en un dans la liste.',
  DEPENDENCY_SELF: '« {{from}} » ne peut dépendre d’elle-même ; choisissez une autre activité.',
  DEPENDENCY_DUPLICATE: '« {{to}} » dépend déjà de « {{from}} » ; modifiez plutôt cette liaison.',
  DEPENDENCY_CYCLE: '« {{to}} » ne peut attendre « {{from}} », qui l’attend elle-même ; supprimez l’une des liaisons.',
  ACTIVITY_PHASE_CYCLE: '« {{title}} » ne peut faire partie d’elle-même ; choisissez une autre phase.',
  CODE_TAKEN: 'Le code {{code}} est déjà pris dans cet exercice ; choisissez-en un autre.',
  LEG_LIMIT: 'Un mouvement compte au plus {{limit}} trajets ; partagez-le en deux.',
  ANCHOR_REMOVE_UNDATED:
    'L’heure de « {{what}} » dépend de ce jalon et n’a pas de date sans lui ; datez le jalon ou changez d’abord cette heure.',
};
