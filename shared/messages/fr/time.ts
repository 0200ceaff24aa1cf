import type { Messages } from '../catalogue.ts';
import type { time as enTime, timeErrors as enTimeErrors } from '../en/time.ts';

export const timeErrors: Messages<typeof enTimeErrors> = {
  TIME_EMPTY: 'L’heure est vide ; saisissez-en une, par exemple 121400ZJUN27, C+3 ou STARTEX-30j.',
  TIME_UNREADABLE:
    '« {{text}} » n’est pas une heure ; écrivez par exemple 121400ZJUN27, 12 juin 14h00, J-2 0600 ou H+1h30.',
  TIME_INSTANT: '« {{text}} » n’est pas un instant en UTC ; écrivez-le comme 2027-06-12T14:00:00Z.',
  TIME_OUT_OF_RANGE: 'L’heure ({{text}}) sort des années 1900 à 2199 ; vérifiez l’année.',
  TIME_DAY: 'Le jour {{day}} n’existe pas ; les jours vont de 01 à 31.',
  TIME_DAY_MISSING_IN_MONTH: '{{month}} {{year}} n’a pas de jour {{day}} ; vérifiez le jour ou le mois.',
  TIME_MONTH: '« {{month}} » ne désigne pas un mois précis ; utilisez JAN à DEC, ou 1 à 12 dans une date en chiffres.',
  TIME_HOUR: 'L’heure {{hour}} n’existe pas ; les heures vont de 00 à 23.',
  TIME_2400: '2400 n’appartient à aucun jour ; écrivez 0000 du lendemain ou 2359.',
  TIME_MINUTE: 'La minute {{minute}} n’existe pas ; les minutes vont de 00 à 59.',
  TIME_SECOND: 'La seconde {{second}} n’existe pas ; les secondes vont de 00 à 59.',
  TIME_LETTER_J: 'La lettre J désigne l’heure locale et varie selon le lecteur ; utilisez Z ou la lettre d’un fuseau.',
  TIME_LETTER: '« {{letter}} » n’est pas une lettre de fuseau ; utilisez Z, A à I, K à M ou N à Y.',
  TIME_ANCHOR_UNKNOWN:
    'L’exercice n’a pas de repère {{code}} ; utilisez l’un de ceux-ci : {{known}}, ou ajoutez-le à l’exercice.',
  TIME_ANCHOR_LETTER:
    'Une heure au jour d’un repère est l’heure locale de {{zone}} ; retirez la lettre {{letter}} ou saisissez une date.',
  TIME_ANCHOR_PAIR:
    '{{day}} et {{hour}} ne tombent pas le même jour, l’heure donnée sur les deux est ambiguë ; comptez depuis un seul, comme {{hour}}+26.',
  TIME_OFFSET: 'L’écart avec le repère dépasse {{days}} jours ; vérifiez le nombre.',
  TIME_ZONE_UNKNOWN: 'Le fuseau horaire est inconnu ici ; choisissez-en un dans la liste, par exemple Europe/Tallinn.',
  ANCHOR_UNKNOWN: 'L’heure dépend d’un repère absent de l’exercice ({{id}}) ; choisissez un autre repère.',
  ANCHOR_UNDATED: 'L’heure dépend de {{code}}, qui n’a pas encore de date ; datez {{code}} dans l’exercice.',
  ANCHOR_CYCLE:
    'Le repère {{code}} dépend de lui-même à travers d’autres repères ; donnez à l’un d’eux une date propre.',
  STAMP_INVALID:
    'Une modification porte un horodatage illisible ({{stamp}}) ; demandez à l’expéditeur d’exporter le plan à nouveau.',
  STAMP_AHEAD:
    'Une modification de {{author}} est datée {{hours}} heures en avance sur cet ordinateur ; comparez les deux horloges, puis importez à nouveau.',
};

export const time: Messages<typeof enTime> = {
  local: 'Locale',
  localDtg: 'GDH local',
  dtg: 'GDH',
  anchor: 'Depuis le repère',
  placeholder: '121400ZJUN27, C+3',
};
