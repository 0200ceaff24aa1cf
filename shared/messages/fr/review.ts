import type { Messages } from '../catalogue.ts';
import type { review as en, reviewErrors as enErrors } from '../en/review.ts';

export const review: Messages<typeof en> = {
  step: 'Intégrer le paquet de {{originator}}',
  mine: 'Ce que vous avez',
  last: 'Leur dernier envoi',
  theirs: 'Ce qu’ils envoient',
  chosen: 'Choisi',
  neverSent: 'jamais envoyé auparavant',
  asNow: 'identique à l’envoi actuel',
  inRevision: 'dans la révision {{revision}}',
  dispute: 'conflit',
  known: 'le vôtre est plus récent',
  kept: 'restrictions maintenues',
  keptLong: 'Avec les restrictions en vigueur ici : une importation n’affaiblit jamais une mention.',
  retained: 'ce plan reste aussi strict',
  retainedLong: 'Repris tel qu’envoyé ; les restrictions en vigueur ici le restent dans ce plan, à côté.',
  guarded_one:
    'Le propriétaire, le marquage ou les restrictions nationales de {{count}} de vos éléments se choisissent un à un.',
  guarded_other:
    'Le propriétaire, le marquage ou les restrictions nationales de {{count}} de vos éléments se choisissent un à un.',
  blocked: 'mention supérieure à celle que l’exercice autorise',
  lowered_one:
    'Si vous prenez le nouveau plafond {{ceiling}} de l’exercice, un élément d’ici le dépasse : {{what}}. Il reste tel quel, est retenu à la diffusion et figure parmi les problèmes ; rien de nouveau ne peut être marqué au-dessus du plafond.',
  lowered_other:
    'Si vous prenez le nouveau plafond {{ceiling}} de l’exercice, {{count}} éléments d’ici le dépassent : {{what}}. Ils restent tels quels, sont retenus à la diffusion et figurent parmi les problèmes ; rien de nouveau ne peut être marqué au-dessus du plafond.',
  wrote: '{{name}}, {{when}}',
  you: 'vous',
  unsignedAuthor: 'auteur {{author}}, que personne n’a signé',
  ceiling: 'Plafond {{level}}',
  signedAs: '{{role}} : {{nation}} {{name}}',
  byWord: '{{writer}}, sur la foi de {{by}}',
  detail: 'La ligne en entier',
  fieldValue: '{{field}}\u00a0: {{value}}',
  provenance: 'Origine de chaque champ',
  cameWith: 'reçu avec la révision {{revision}} de {{nation}} {{name}}, {{file}}',
  find: 'Titre, champ ou responsable',
  kind: 'Nature',
  owner: 'Responsable',
  group: 'Grouper par',
  any: 'Tout',
  grouping: { none: 'Aucun groupe', class: 'Type de changement', kind: 'Nature', owner: 'Responsable' },
  kinds: {
    exercise: 'Exercice',
    anchor: 'Repères',
    participant: 'Participants',
    location: 'Lieux',
    unit: 'Unités',
    activity: 'Activités',
    dependency: 'Dépendances',
    movement: 'Mouvements',
    profile: 'Profils de diffusion',
    agreement: 'Accords',
    baseline: 'Références',
  },
  nextConflict_zero: 'Aucun conflit',
  nextConflict_one: 'Vers le conflit',
  nextConflict_other: 'Suivant de {{count}} conflits',
  shown: 'Éléments : {{shown}} sur {{all}}',
  working: 'Veuillez patienter',
  stage: {
    reading: 'Lecture du fichier',
    verifying: 'Vérification de la signature, des empreintes et des éléments',
    choosing: 'Choix de ce qui peut sortir',
    sealing: 'Signature',
    encrypting: 'Chiffrement',
    writing: 'Écriture, puis relecture du fichier écrit',
    fetching: 'Lecture des éléments',
    comparing: 'Comparaison avec votre plan',
    taking: 'Intégration',
    saving: 'Enregistrement ; Annuler permet de revenir en arrière',
    shifting: 'Décalage dans le temps',
  },
  progress: '{{done}} éléments sur {{total}}',
  left_one: 'encore {{count}} seconde environ',
  left_other: 'encore {{count}} secondes environ',
};

export const reviewErrors: Messages<typeof enErrors> = {
  CANCELLED: 'Arrêté à votre demande ; rien n’a été modifié et aucun fichier ne subsiste.',
  EXCHANGE_STOPPED:
    'La partie d’Entente qui lit et écrit les paquets s’est arrêtée, rien n’a donc été modifié ; réessayez et, si cela se reproduit, consultez le journal du dossier de données.',
  REVIEW_NOT_TAKEABLE:
    'L’élément {{kind}} {{id}} ne peut être repris de ce paquet : ni l’expéditeur ni nous n’en répondons ; retirez-le de la décision.',
  REVIEW_WHOLE:
    'L’élément {{kind}} {{id}} est nouveau, supprimé ou rétabli et ne se reprend qu’en entier ; prenez tout ou rien.',
  REVIEW_FIELD:
    'Le champ {{field}} de l’élément {{kind}} {{id}} n’a rien à reprendre dans ce paquet ; rouvrez l’examen et décidez de nouveau.',
};
