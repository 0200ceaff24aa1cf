/** What planning aids lay over the bars, by the ids of activities and movements; empty while none is switched on. */
import { create } from 'zustand';
import type { EpochMs } from '#shared/time/instant.ts';
import type { Span } from '#shared/plan/times.ts';

interface Overlays {
  /** What has no float: bars and the lines between them are drawn in the look of the critical path. */
  readonly critical: ReadonlySet<string> | undefined;
  /** Until when each that has float could last without moving the end or a fixed date. */
  readonly float?: ReadonlyMap<string, EpochMs> | undefined;
  /** Where each stood in the baseline. */
  readonly baseline: ReadonlyMap<string, Span> | undefined;
  /** What a search has found; all others are drawn faint. */
  readonly hits: ReadonlySet<string> | undefined;
}

export const useOverlays = create<Overlays>()(() => ({ critical: undefined, baseline: undefined, hits: undefined }));
