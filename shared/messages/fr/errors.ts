import type { Messages } from '../catalogue.ts';
import type { errors as en } from '../en/errors.ts';

export const errors: Messages<typeof en> = {
  UNKNOWN:
    'Une erreur imprévue est survenue ({{code}}) ; rien n’a été modifié. Le journal du dossier de données en donne le détail.',
};
