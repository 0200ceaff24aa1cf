import type { Messages } from '../catalogue.ts';
import type { checks as en } from '../en/checks.ts';

export const checks: Messages<typeof en> = {
  MOV_001: '{{movement}} : {{later}} précède {{earlier}} ; rétablissez l’ordre RLD, ALD, EAD, LAD, RDD.',
  MOV_002:
    '{{movement}} arrive après la date exigée par le commandement (RDD après CRD) ; avancez-le ou convenez d’une date.',
  MOV_003: '{{movement}} : l’étape {{leg}} arrive avant de partir ; corrigez ses heures.',
  MOV_004: '{{movement}} : l’étape {{leg}} part avant l’arrivée de la précédente ; corrigez les heures.',
  MOV_005: 'Le numéro de ligne {{uln}} sert à plusieurs mouvements ; donnez à chacun le sien.',
  MOV_006:
    '{{movement}} : l’étape {{leg}} exigerait {{speed}} km/h, plus que {{mode}} ne permet ; prévoyez plus de temps.',
  MOV_007: '{{unit}} arrive après {{activity}}, qui en a besoin ; avancez-la ou modifiez l’activité.',
  LOC_001: '{{location}} reçoit {{pax}} personnes le {{day}} pour {{limit}} par jour ; étalez les mouvements.',
  LOC_002: '{{location}} reçoit {{tonnes}} t le {{day}} pour {{limit}} t par jour ; étalez les mouvements.',
  ACT_001: '{{unit}} est à la fois dans {{first}} et {{second}} en des lieux différents ; libérez-la de l’une.',
  ACT_002: '{{activity}} commence avant ce qu’elle attend ({{before}}) ; déplacez-la ou modifiez le lien.',
  TIME_001: '{{record}} dépend d’un repère sans date ; datez le repère.',
  REF_001: '{{record}} vise un élément ({{kind}}) absent du plan ; choisissez-en un autre.',
  PAR_001: '{{participant}} n’a pas de point de contact ; ajoutez-en un.',
  LBL_001:
    '{{record}} est marqué {{marking}}, moins que {{parent}} dont il relève ; marquez-le plus haut ou laissez-le hériter.',
  LBL_002:
    '{{record}} est marqué {{marking}}, plus haut que le plafond {{ceiling}} ; abaissez-le ou relevez le plafond.',
  EX_001: 'L’exercice n’a pas de nation hôte ou pas de dates ; ajoutez-les dans ses réglages.',
};
