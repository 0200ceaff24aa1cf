import type { NewRecord } from '../plan/command.ts';
import type { When } from '../time/when.ts';

/** Ids of what other records name: anchors by code, participants and locations by code, units by participant. */
export interface SampleIds {
  readonly anchors: ReadonlyMap<string, string>;
  readonly participants: ReadonlyMap<string, string>;
  readonly locations: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, readonly NewRecord<'unit'>[]>;
}

/** A wall-clock time on a day counted from an anchor. */
export const dayOf = ({ anchors }: Pick<SampleIds, 'anchors'>, anchor: string, n: number, time: string): When => ({
  anchor: anchors.get(anchor) ?? '',
  offset: { unit: 'day', n, time },
});
