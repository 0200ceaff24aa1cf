/** Names of days and months on sheets, from calendar days counted from 1 January 1970. */
import { UTCDate } from '@date-fns/utc';
import { format } from 'date-fns';
import { enGB, fr } from 'date-fns/locale';
import { DAY } from '../time/instant.ts';
import type { SheetOptions } from './base.ts';

type Language = SheetOptions['language'];

const localeOf = (language: Language) => (language === 'fr' ? fr : enGB);

/** `Saturday 12 June 2027` */
export const dayTitle = (day: number, language: Language): string =>
  format(new UTCDate(day * DAY), 'EEEE d MMMM yyyy', { locale: localeOf(language) });
