/** Why a time cannot be read, by code; part of the errors. */
export const timeErrors = {
  TIME_EMPTY: 'The time is empty; type one, for example 121400ZJUN27, C+3 or STARTEX-30d.',
  TIME_UNREADABLE: '“{{text}}” is not a time; type it like 121400ZJUN27, 12 Jun 1400Z, D-2 0600 or H+1h30.',
  TIME_INSTANT: '“{{text}}” is not an instant in UTC; write it like 2027-06-12T14:00:00Z.',
  TIME_OUT_OF_RANGE: 'The time ({{text}}) lies outside the years 1900 to 2199; check the year.',
  TIME_DAY: 'Day {{day}} does not exist; days run from 01 to 31.',
  TIME_DAY_MISSING_IN_MONTH: '{{month}} {{year}} has no day {{day}}; check the day or the month.',
  TIME_MONTH: '“{{month}}” does not name one month; use JAN to DEC, or 1 to 12 in a date of numbers.',
  TIME_HOUR: 'Hour {{hour}} does not exist; hours run from 00 to 23.',
  TIME_2400: '2400 belongs to no day; write 0000 of the next day or 2359.',
  TIME_MINUTE: 'Minute {{minute}} does not exist; minutes run from 00 to 59.',
  TIME_SECOND: 'Second {{second}} does not exist; seconds run from 00 to 59.',
  TIME_LETTER_J: 'The letter J means local time and differs for each reader; use Z or the letter of a zone.',
  TIME_LETTER: '“{{letter}}” is no zone letter; use Z, A to I, K to M or N to Y.',
  TIME_ANCHOR_UNKNOWN: 'The exercise has no anchor {{code}}; use one of: {{known}}, or add it to the exercise.',
  TIME_ANCHOR_LETTER:
    'A time on an anchor’s day is local time in {{zone}}; leave out the letter {{letter}} or type a date.',
  TIME_ANCHOR_PAIR:
    '{{day}} and {{hour}} do not fall on one day, so a time on both is unclear; count from one of them, as in {{hour}}+26.',
  TIME_OFFSET: 'The distance from the anchor is more than {{days}} days; check the number.',
  TIME_ZONE_UNKNOWN: 'The time zone is not known here; choose one from the list, for example Europe/Tallinn.',
  ANCHOR_UNKNOWN: 'The time hangs on an anchor that the exercise does not have ({{id}}); choose another anchor.',
  ANCHOR_UNDATED: 'The time hangs on {{code}}, which has no date yet; give {{code}} a date in the exercise.',
  ANCHOR_CYCLE: 'The anchor {{code}} hangs on itself through other anchors; give one of them a date of its own.',
  STAMP_INVALID: 'A change carries a stamp that cannot be read ({{stamp}}); ask the sender to export the plan again.',
  STAMP_AHEAD:
    'A change by {{author}} is dated {{hours}} hours ahead of this computer; compare both clocks, then import again.',
} as const;

/** Times on the screen. */
export const time = {
  local: 'Local',
  localDtg: 'Local DTG',
  dtg: 'DTG',
  anchor: 'From anchor',
  placeholder: '121400ZJUN27, C+3',
} as const;
