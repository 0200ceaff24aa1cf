import type { Messages } from '../catalogue.ts';
import type { review as en, reviewErrors as enErrors } from '../en/review.ts';

export const review: Messages<typeof en> = {
  step: 'Intégrer le paquet de {{originator}}',
};

export const reviewErrors: Messages<typeof enErrors> = {
  REVIEW_NOT_TAKEABLE:
    'L’élément {{kind}} {{id}} ne peut être repris de ce paquet : ni l’expéditeur ni nous n’en répondons ; retirez-le de la décision.',
  REVIEW_WHOLE:
    'L’élément {{kind}} {{id}} est nouveau, supprimé ou rétabli et ne se reprend qu’en entier ; prenez tout ou rien.',
  REVIEW_FIELD:
    'Le champ {{field}} de l’élément {{kind}} {{id}} n’a rien à reprendre dans ce paquet ; rouvrez l’examen et décidez de nouveau.',
};
