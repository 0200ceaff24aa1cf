import type { Messages } from '../catalogue.ts';
import type { errors as en } from '../en/errors.ts';

export const errors: Messages<typeof en> = {
  PICTURE_DAMAGED: 'L’image a été endommagée avant d’atteindre le fichier ; enregistrez-la de nouveau.',
  UNKNOWN:
    'Une erreur imprévue est survenue ({{code}}) ; rien n’a été modifié. Le journal du dossier de données en donne le détail.',
  IPC_SENDER:
    'Une demande venait d’une page étrangère à Entente et a été refusée ; redémarrez Entente si cela se reproduit.',
  IPC_TOO_LARGE: 'La demande « {{name}} » était trop volumineuse et rien n’a été modifié ; procédez par parties.',
  IPC_INPUT:
    'La demande « {{name}} » contenait une valeur irrecevable ({{field}}) et rien n’a été modifié ; corrigez la valeur et recommencez.',
  BRIDGE_FAILED:
    'La demande « {{request}} » n’a pas pu être transmise au processus principal et rien n’a été modifié ; redémarrez Entente.',
  DATA_FOLDER_READ_ONLY:
    'Le dossier de données {{folder}} est en lecture seule ; autorisez l’écriture ou choisissez-en un autre avec --data.',
  DATA_FOLDER_UNUSABLE: 'Le dossier de données {{folder}} est inutilisable ; choisissez-en un autre avec --data.',
  PREFERENCES_NOT_SAVED:
    'Langue et thème valent jusqu’à la fermeture, mais {{file}} n’a pas pu être écrit ; libérez de l’espace ou autorisez l’écriture.',
  PLAN_CLOSED: 'Aucun exercice n’est ouvert, rien n’a été modifié ; ouvrez-en un d’abord.',
  NOTHING_TO_UNDO: 'Il n’y a rien à annuler.',
  NOTHING_TO_REDO: 'Il n’y a rien à rétablir.',
  STEP_RECORD_MISSING:
    'Un élément ({{kind}}) visé par la modification n’est pas dans le plan ({{id}}) ; rien n’a été modifié.',
  RECORD_KIND:
    'La nature d’élément « {{kind}} » est inconnue ici ; rien n’a été modifié. Une version plus récente d’Entente la connaît peut-être.',
  RECORD_INVALID:
    'Une valeur est irrecevable dans le champ « {{field}} » d’un élément {{kind}} ({{id}}) ; rien n’a été modifié. Corrigez la valeur.',
};
