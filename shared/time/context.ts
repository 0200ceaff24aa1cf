import { type EpochMs } from './instant.ts';
import { resolveWhen, type AnchorLookup, type AnchorPoint, type Reckoning } from './when.ts';
import { type Zone } from './zone.ts';

/** A day or hour of the exercise on which times hang: C-day, D-day, H-hour, STARTEX, or one the planners named. */
export interface Anchor extends AnchorPoint {
  readonly id: string;
  /** What a bare number behind the code counts: `C+3` is days, `H+3` is hours. */
  readonly counts: 'day' | 'hour';
}

/** What reading and writing times depends on. Built from the open exercise; nothing comes from the computer's own zone. */
export interface TimeContext extends Reckoning {
  /** The exercise's zone: local times, and the days of `C+3`. */
  readonly zone: Zone;
  readonly anchors: readonly Anchor[];
  /** A typed time without month or year is the one nearest to this instant. */
  readonly reference: EpochMs;
  /** BCP 47 tag of the interface's language, for the names of months. */
  readonly locale: string;
  /** Activities on which times hang; without it none is known. */
  readonly points?: AnchorLookup | undefined;
  /** The zone of the place that a time belongs to, where it is another than the exercise's. */
  readonly placeZone?: Zone | undefined;
}

export function anchorLookup(anchors: readonly Anchor[]): AnchorLookup {
  const byId = new Map(anchors.map((anchor) => [anchor.id, anchor]));
  return (id) => byId.get(id);
}

/** Everything of a context that times can hang on: its anchors, then its activities. */
export function lookupOf({ anchors, points }: TimeContext): AnchorLookup {
  const anchor = anchorLookup(anchors);
  return (id) => anchor(id) ?? points?.(id);
}

interface DatedAnchor {
  readonly anchor: Anchor;
  readonly ms: EpochMs;
}

const dated = new WeakMap<TimeContext, readonly DatedAnchor[]>();

/**
 * The anchors that stand somewhere, with their instants; those that are undated, or hang in a ring, are left out.
 * Remembered per context: a timeline asks once for each of its bars.
 */
export function datedAnchors(context: TimeContext): readonly DatedAnchor[] {
  const known = dated.get(context);
  if (known) return known;
  const lookup = lookupOf(context);
  const found = context.anchors.flatMap((anchor) => {
    const at = resolveWhen({ anchor: anchor.id, offset: { unit: 'minute', n: 0 } }, lookup, context);
    return at.ok ? [{ anchor, ms: at.value }] : [];
  });
  dated.set(context, found);
  return found;
}
