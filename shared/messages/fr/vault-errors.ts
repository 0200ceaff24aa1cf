import type { Messages } from '../catalogue.ts';
import type { vaultErrors as en } from '../en/vault-errors.ts';

export const vaultErrors: Messages<typeof en> = {
  VAULT_BUSY:
    'Le dossier de données {{folder}} est utilisé par une autre session d’Entente ; fermez sa fenêtre ou attendez la fin de sa commande, puis réessayez.',
  VAULT_NEWER:
    'Le dossier de données {{folder}} provient d’une version plus récente d’Entente (format {{found}}, celle-ci lit jusqu’au {{known}}) ; rien n’a été modifié ; installez la version plus récente.',
  VAULT_DAMAGED:
    'Le fichier d’historique {{file}} est endommagé et illisible ; rien n’a été modifié ; restaurez une copie du dossier de données, ou déplacez le fichier pour commencer un nouvel historique.',
  VAULT_DISK_FULL:
    'Le disque du dossier de données est plein : la dernière modification n’est pas enregistrée ; libérez de l’espace, puis choisissez Enregistrer à nouveau.',
  VAULT_READ_ONLY:
    'Impossible d’écrire dans le dossier de données {{folder}} ; autorisez-y l’écriture ou choisissez un autre dossier, puis réessayez.',
  VAULT_STEP_DIFFERS:
    'L’historique contient déjà une autre modification numéro {{step}} ; celle-ci n’est pas enregistrée ; rouvrez l’exercice et refaites la modification.',
  VAULT_STEP_INVALID:
    'L’étape {{seq}} de l’historique est incompatible avec le plan qui la précède ({{reason}}) ; rien n’a été modifié ; restaurez une copie du dossier de données.',
  VAULT_STEP_TOO_LARGE:
    'La modification dépasse {{mb}} Mo et n’est pas enregistrée ; annulez-la et procédez en plusieurs parties.',
  VAULT_TOKEN_UNKNOWN:
    'Le paquet de cette importation n’est plus ouvert : l’importation n’est pas enregistrée ; annulez-la et importez de nouveau le fichier.',
  VAULT_EXERCISE_UNKNOWN:
    'Le dossier de données ne contient pas l’exercice {{exercise}} ; choisissez-en un dans la liste des exercices.',
  VAULT_STOPPED:
    'L’historique est injoignable : la dernière modification n’est pas enregistrée ; choisissez Enregistrer à nouveau et, si l’erreur persiste, redémarrez Entente.',
  VAULT_FAILED:
    'Le fichier d’historique est inutilisable (SQLite {{errcode}}) : la dernière modification n’est pas enregistrée ; choisissez Enregistrer à nouveau et consultez le journal du dossier de données.',
  BRIDGE_FAILED:
    'La demande {{request}} n’a pas été prise en compte par le processus principal d’Entente ; rien n’a été modifié ; réessayez et, si l’erreur persiste, redémarrez Entente.',
};
