import type { Messages } from '../catalogue.ts';
import type { relay as en } from '../en/relay.ts';

export const relay: Messages<typeof en> = {
  add: 'Joindre un paquet…',
  hint: 'Le paquet d’un autre part en entier ; c’est la signature de son auteur qui compte, pas la vôtre.',
  chosen: 'Paquets joints',
  remove: 'Retirer {{file}}',
  carries_one: 'Il transporte le paquet d’un autre auteur, que vous examinerez après celui-ci.',
  carries_other: 'Il transporte {{count}} paquets d’autres auteurs, que vous examinerez après celui-ci.',
  log: {
    AUDIT_CUT:
      'Le journal d’audit de l’expéditeur est plus court que ne le disait un de ses paquets précédents. Le plan est authentique ; demandez à l’expéditeur ce qu’est devenu le journal.',
    AUDIT_REWRITTEN:
      'Le journal d’audit de l’expéditeur n’est plus celui dont parlait un de ses paquets précédents. Le plan est authentique ; demandez à l’expéditeur ce qu’est devenu le journal.',
  },
};
