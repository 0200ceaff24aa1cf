/**
 * Everything that can be printed. A product is: its options (a schema with its name as `product`), its defaults and its
 * layout. A new one is a folder with these, a line in each list here, its words (`print.products`, `print.sheet`) and,
 * where it has options of its own, a part of `renderer/features/print/options`.
 */
import { z } from 'zod';
import type { PlanState } from '../plan/state.ts';
import type { Result } from '../result.ts';
import type { EpochMs } from '../time/instant.ts';
import type { Product, Stamp, Taste } from './base.ts';
import { layoutActivities } from './activities/layout.ts';
import { type ActivitiesOptions, activitiesDefaults, activitiesOptionsSchema } from './activities/options.ts';
import { layoutCalendar } from './calendar/layout.ts';
import { type CalendarOptions, calendarDefaults, calendarOptionsSchema } from './calendar/options.ts';
import { type RowChoice, rowChoices } from './content.ts';
import { layoutTimeline } from './layout.ts';
import { layoutMatrix, matrixChoices } from './matrix/layout.ts';
import { type MatrixPrintOptions, matrixDefaults, matrixOptionsSchema } from './matrix/options.ts';
import { layoutMovements } from './movements/layout.ts';
import { type MovementsOptions, movementsDefaults, movementsOptionsSchema } from './movements/options.ts';
import { layoutOrbat } from './orbat/layout.ts';
import { type OrbatOptions, orbatDefaults, orbatOptionsSchema } from './orbat/options.ts';
import { type TimelinePrintOptions, timelineDefaults, timelinePrintOptionsSchema } from './options.ts';
import { layoutUnits } from './unitSheet/layout.ts';
import { type UnitOptions, unitDefaults, unitOptionsSchema } from './unitSheet/options.ts';
import type { Sheet } from './sheet.ts';

/** In the order in which they are offered. */
export const PRODUCT_IDS = ['timeline', 'matrix', 'calendar', 'movements', 'activities', 'orbat', 'unit'] as const;
export type ProductId = (typeof PRODUCT_IDS)[number];

export const printOptionsSchema = z.discriminatedUnion('product', [
  timelinePrintOptionsSchema,
  calendarOptionsSchema,
  movementsOptionsSchema,
  activitiesOptionsSchema,
  orbatOptionsSchema,
  unitOptionsSchema,
  matrixOptionsSchema,
]);

interface OptionsOf {
  readonly timeline: TimelinePrintOptions;
  readonly calendar: CalendarOptions;
  readonly movements: MovementsOptions;
  readonly activities: ActivitiesOptions;
  readonly orbat: OrbatOptions;
  readonly unit: UnitOptions;
  readonly matrix: MatrixPrintOptions;
}
export type PrintOptions = OptionsOf[ProductId];

const PRODUCTS: { readonly [P in ProductId]: Product<OptionsOf[P]> } = {
  timeline: { defaults: timelineDefaults, layout: layoutTimeline },
  calendar: { defaults: calendarDefaults, layout: layoutCalendar },
  movements: { defaults: movementsDefaults, layout: layoutMovements },
  activities: { defaults: activitiesDefaults, layout: layoutActivities },
  orbat: { defaults: orbatDefaults, layout: layoutOrbat },
  unit: { defaults: unitDefaults, layout: layoutUnits },
  matrix: { defaults: matrixDefaults, layout: layoutMatrix },
};

/** What a product prints where nobody has chosen anything yet. */
export const defaultsOf = <P extends ProductId>(
  product: P,
  plan: PlanState,
  taste: Taste,
  now: EpochMs,
): OptionsOf[P] => PRODUCTS[product].defaults(plan, taste, now);

/** Lays out whichever product the options are of. */
export const layoutPrint = <P extends ProductId>(
  plan: PlanState,
  options: OptionsOf[P],
  stamp: Stamp,
): Result<readonly Sheet[]> => PRODUCTS[options.product as P].layout(plan, options, stamp);

/** Products whose rows follow from their own grouping; those of the others are participants and units. */
export type RowsProduct = TimelinePrintOptions | MatrixPrintOptions;

/** The rows that there are to choose from, in the window of the options. */
export const choicesOf = (plan: PlanState, options: RowsProduct): readonly RowChoice[] =>
  options.product === 'matrix' ? matrixChoices(plan, options) : rowChoices(plan, options);
