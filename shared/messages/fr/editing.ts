import type { Messages } from '../catalogue.ts';
import type { editingErrors as enErrors } from '../en/editing.ts';

export const editingErrors: Messages<typeof enErrors> = {
  SPLIT_OUTSIDE:
    'Le curseur n’est pas à l’intérieur de « {{what}} » ; placez-le entre son début et sa fin, puis scindez.',
  LINK_TOO_FEW: 'Un lien demande deux activités ; sélectionnez celle qui précède, puis celle qui l’attend.',
  LAG_UNREADABLE: '« {{text}} » n’est pas un décalage ; écrivez par exemple +90m, 2h30, 1j 4h ou -1j.',
  REASSIGN_KIND:
    '« {{what}} » ne peut pas passer d’activité à mouvement ni l’inverse ; créez plutôt un nouvel élément.',
  REASSIGN_PHASE: '« {{what}} » est elle-même une phase et occupe sa propre ligne ; modifiez plutôt ses dates.',
  REASSIGN_FIELD:
    '« {{what}} » est un mouvement et n’a rien de ce que ces lignes représentent ; choisissez d’autres lignes.',
  REASSIGN_NEEDS_PARTICIPANT:
    '« {{what}} » est un mouvement et relève toujours d’un participant ; choisissez une ligne qui en a un.',
  CLIP_UNREADABLE:
    'Le presse-papiers ne contient rien qui vienne d’un chronogramme ; copiez d’abord des activités ou des mouvements.',
  PASTE_PARTICIPANT:
    'Le participant du mouvement « {{what}} » n’est pas dans cet exercice ; ajoutez-le d’abord, puis collez à nouveau.',
  PASTE_LIMIT: 'Cela ferait plus de {{limit}} copies à la fois ; collez-en moins.',
};
