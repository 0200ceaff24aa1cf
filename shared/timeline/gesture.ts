/** What is being done with the pointer, as the timeline shows it while it lasts. Nothing of it is in the plan yet. */
import type { EpochMs } from '../time/instant.ts';

/** Where a bar would stand. */
export interface Ghost {
  /** The bar it stands for; none for one that is being drawn. */
  readonly id?: string;
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** Key of the row it would stand in; the bar's own without it. */
  readonly row?: string;
  readonly title?: string;
}

interface Place {
  readonly at: EpochMs;
  /** Pixels from the top of the board. */
  readonly y: number;
}

export interface Gesture {
  readonly ghosts: readonly Ghost[];
  /** Bars whose originals are drawn faint: one set for the whole gesture, so that they are painted once. */
  readonly moved?: ReadonlySet<string>;
  /** A dependency that is being drawn; `refused` where it cannot end. */
  readonly line?: { readonly from: Place; readonly to: Place; readonly refused?: boolean };
  /** What is being framed, in time and pixels of the board. */
  readonly box?: { readonly start: EpochMs; readonly end: EpochMs; readonly top: number; readonly bottom: number };
  /** What the gesture has snapped to. */
  readonly snap?: EpochMs;
  /** Lines of text beside the pointer. */
  readonly note?: { readonly text: readonly string[] } & Place;
}
