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
  MOV_008: '{{movement}} part ou arrive trop tôt pour ce qu’il attend ({{before}}) ; déplacez-le ou modifiez le lien.',
  LOC_001: '{{location}} reçoit {{pax}} personnes le {{day}} pour {{limit}} par jour ; étalez les mouvements.',
  LOC_002: '{{location}} reçoit {{tonnes}} t le {{day}} pour {{limit}} t par jour ; étalez les mouvements.',
  ACT_001: '{{unit}} est à la fois dans {{first}} et {{second}} en des lieux différents ; libérez-la de l’une.',
  ACT_002:
    '{{activity}} commence ou finit trop tôt pour ce qu’elle attend ({{before}}) ; déplacez-la ou modifiez le lien.',
  TIME_001: '{{record}} dépend d’un repère sans date ; datez le repère.',
  REF_001: '{{record}} vise un élément ({{kind}}) absent du plan ; choisissez-en un autre.',
  PAR_001: '{{participant}} n’a pas de point de contact ; ajoutez-en un.',
  LBL_001:
    '{{record}} est marqué {{marking}}, moins que {{parent}} dont il relève ; marquez-le plus haut ou laissez-le hériter.',
  LBL_002:
    '{{record}} est marqué {{marking}}, plus haut que le plafond {{ceiling}} ; abaissez-le ou relevez le plafond.',
  AGR_001:
    'Aucun arrangement technique ou d’exécution en vigueur ne couvre {{nation}} sur le territoire de {{host}} ({{activity}}, et {{more}} autres) ; signez-en un ou renoncez à ce territoire.',
  AGR_002:
    'Seul un accord-cadre ({{agreement}}) couvre {{nation}} sur le territoire de {{host}} ({{activity}}) ; concluez l’arrangement technique qui en découle.',
  AGR_003:
    'Des forces de {{count}} nations viennent sur le territoire d’autres, et aucun accord n’est enregistré ; saisissez les accords pour qu’ils soient vérifiés.',
  AGR_004:
    '{{agreement}} couvre {{nation}} sur le territoire de {{host}}, mais n’est pas en vigueur pour {{activity}} (et {{more}} autres) ; prolongez-le ou déplacez l’activité.',
  CAV_001:
    '{{activity}} emploie {{unit}} (et {{more}} autres) contre une restriction de {{nation}} : {{caveat}} Employez une autre unité ou convenez-en avec la nation.',
  CAV_002:
    '{{activity}} avec {{unit}} (et {{more}} autres) exige l’accord de {{nation}} : {{caveat}} Demandez-le et consignez la réponse.',
  LOC_003:
    '{{location}} sert en même temps à {{first}} et à {{second}} et n’admet qu’une activité à la fois ; déplacez l’une des deux.',
  EX_001: 'L’exercice n’a pas de nation hôte ou pas de dates ; ajoutez-les dans ses réglages.',
};
