/** Prints what times come out as, to be run under different zones of the computer. */
import { anchorLookup } from '#shared/time/context.ts';
import { allReadings, formatSpan, formatWhen } from '#shared/time/display.ts';
import { parseWhen } from '#shared/time/input.ts';
import { formatInstant, HOUR } from '#shared/time/instant.ts';
import { resolveWhen } from '#shared/time/when.ts';
import { addDays, fromWall, startOfDay, toWall } from '#shared/time/zone.ts';
import { tallinn } from './context.ts';

export interface Printed {
  /** Minutes that the computer's own zone lies behind UTC. */
  readonly computer: number;
  readonly readings: readonly unknown[];
  readonly walls: readonly unknown[];
}

const TYPED = ['121400ZJUN27', '12 Jun 0600', '2027-10-31', '26/06/2027 09h00', '1400', 'C+12', 'D+1 0330', 'H+26'];

const readings = TYPED.map((text) => {
  const read = parseWhen(text, tallinn);
  const at = read.ok ? resolveWhen(read.value, anchorLookup(tallinn.anchors), tallinn) : read;
  if (!read.ok || !at.ok) return text;
  return [
    formatWhen(read.value, tallinn),
    formatInstant(at.value),
    allReadings(at.value, tallinn),
    formatSpan(at.value, at.value + HOUR, 'local', tallinn),
  ];
});
const noon = Date.UTC(2027, 9, 30, 12);
const walls = ['UTC', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Toronto'].map((zone) => [
  toWall(zone, noon),
  fromWall(zone, noon),
  startOfDay(zone, noon),
  addDays(zone, noon, 9),
]);
const printed: Printed = { computer: new Date(noon).getTimezoneOffset(), readings, walls };
process.stdout.write(JSON.stringify(printed));
