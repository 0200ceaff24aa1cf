/** What lies under the bars: stripes of rows, hours of darkness, free days, the grid. */
import type { Span } from '../../plan/times.ts';
import type { BoardRow } from '../board.ts';
import type { Pen } from '../pen.ts';
import { type HolidayMark, type Scene, rowsInSight, xOf } from '../scene.ts';

const band = (pen: Pen, { frame }: Scene, { start, end }: Span, top: number, height: number, fill: string): void => {
  const from = Math.max(0, Math.round(xOf(frame, start)));
  const to = Math.min(frame.width, Math.round(xOf(frame, end)));
  if (to > from) pen.box(from, top, to - from, height, fill);
};

/** Rows that belong to a participant show its holidays only; other rows show everybody's. */
const holidaysIn = (scene: Scene, pen: Pen, rows: readonly BoardRow[]): void => {
  const { shading, board, frame, palette } = scene;
  const fill = palette.ink.holiday;
  if (board.by !== 'participant') {
    for (const span of distinct(shading.holidays)) band(pen, scene, span, 0, frame.height, fill);
    return;
  }
  let participant = '';
  for (const row of rows) {
    if (row.kind === 'group') participant = row.key;
    for (const holiday of shading.holidays)
      if (holiday.participant === participant) band(pen, scene, holiday, row.top - frame.scrollTop, row.height, fill);
  }
};

/** A day that several celebrate is shaded once. */
const distinct = (holidays: readonly HolidayMark[]): readonly Span[] => [
  ...new Map(holidays.map((holiday) => [`${holiday.start} ${holiday.end}`, holiday])).values(),
];

const verticals = (pen: Pen, scene: Scene, scale: number, colour: string): void => {
  const { frame, scales } = scene;
  const lines: number[] = [];
  for (const { at } of scales[scale] ?? []) {
    const x = Math.round(xOf(frame, at)) + 0.5;
    if (x >= 0 && x <= frame.width) lines.push(x, 0, x, frame.height);
  }
  pen.lines(lines, 2, { colour });
};

export const drawGround = (pen: Pen, scene: Scene): void => {
  const { frame, board, palette, shading, scales } = scene;
  const { ink } = palette;
  pen.box(0, 0, frame.width, frame.height, ink.ground);
  const [first, last] = rowsInSight(scene);
  const rows = board.rows.slice(first, last);
  for (const row of rows)
    if (row.kind === 'group' && (row.depth === 0 || row.lanes === undefined))
      pen.box(0, row.top - frame.scrollTop, frame.width, row.height, ink.stripe);
  for (const span of shading.weekends) band(pen, scene, span, 0, frame.height, ink.weekend);
  for (const span of shading.nights) band(pen, scene, span, 0, frame.height, ink.night);
  holidaysIn(scene, pen, rows);
  verticals(pen, scene, scales.length - 1, ink.grid);
  verticals(pen, scene, scales.length - 2, ink['grid-major']);
  for (const row of rows) pen.box(0, Math.round(row.top + row.height - frame.scrollTop) - 1, frame.width, 1, ink.grid);
};
