/** What leaves for an audience, what is held back and why: the release officer sees exactly this. */
import { type Label, TRAINING_LABEL, rollUp } from '../../label/label.ts';
import { stampAuthor } from '../../time/clock.ts';
import { META_FIELDS } from '../base.ts';
import { KINDS, type Kind, type PlanRecord } from '../records.ts';
import { type PlanState, allRecords, exerciseOf, mapOf } from '../state.ts';
import { tombstoneOf } from './tombstone.ts';

/**
 * `NOT_RELEASABLE`: the label does not name everybody in the audience. `OWNER_NOT_IN_AUDIENCE`: our proposal about
 * somebody else's record, in a bundle that does not go to that owner; the record is not ours to hand on.
 */
type HeldReason = 'NOT_RELEASABLE' | 'OWNER_NOT_IN_AUDIENCE';

export interface ReleaseOptions {
  /** The nation or organisation that releases. */
  readonly originator: string;
  /** The authors (data folders) that write for it: their stamps on somebody else's record make a proposal. */
  readonly authors: readonly string[];
  /** Whom it goes to; empty for a bundle that anybody may hold, which takes only what is not restricted. */
  readonly audienceCodes: readonly string[];
}

export interface Held {
  readonly kind: Kind;
  readonly id: string;
  readonly reason: HeldReason;
}

interface Dangling {
  readonly kind: Kind;
  readonly id: string;
  /** The field that refers; `legs` for a reference anywhere inside the legs. */
  readonly field: string;
  readonly ref: string;
  /** Held back here, or another owner's record, which the recipient has from that owner or not at all. */
  readonly reason: 'HELD' | 'FOREIGN';
}

export interface Selection {
  /** In the order of KINDS, each sorted by id; kinds without records are left out. */
  readonly sections: readonly { readonly kind: Kind; readonly records: readonly PlanRecord[] }[];
  readonly held: readonly Held[];
  /** The label of the whole: highest classification, intersection of releasability. */
  readonly label: Label;
  /** References to held records carry their identifier, which says nothing; no other trace of them leaves. */
  readonly dangling: readonly Dangling[];
}

const isProposal = (record: PlanRecord, authors: ReadonlySet<string>): boolean =>
  authors.has(stampAuthor(record.stamp)) ||
  Object.values(record.stamps ?? {}).some((stamp) => authors.has(stampAuthor(stamp)));

const isReleasable = (label: Label, originator: string, audience: readonly string[]): boolean =>
  label.releasableTo.length === 0 ||
  (audience.length > 0 && audience.every((code) => code === originator || label.releasableTo.includes(code)));

const heldReason = (record: PlanRecord, label: Label, options: ReleaseOptions): HeldReason | undefined => {
  const { originator, audienceCodes } = options;
  if (record.owner !== originator && !audienceCodes.includes(record.owner)) return 'OWNER_NOT_IN_AUDIENCE';
  return isReleasable(label, originator, audienceCodes) ? undefined : 'NOT_RELEASABLE';
};

const idsIn = function* (value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* idsIn(item);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* idsIn(item);
};

const UUID_LENGTH = 36;

const danglingOf = (
  record: PlanRecord,
  owners: ReadonlyMap<string, string>,
  released: ReadonlySet<string>,
  originator: string,
): Dangling[] => {
  const found = new Map<string, Dangling>();
  for (const [field, value] of Object.entries(record)) {
    if (META_FIELDS.has(field) || typeof value === 'number') continue;
    for (const ref of idsIn(value)) {
      const owner = ref.length === UUID_LENGTH && !released.has(ref) ? owners.get(ref) : undefined;
      if (owner === undefined) continue;
      const reason = owner === originator ? 'HELD' : 'FOREIGN';
      found.set(`${field} ${ref}`, { kind: record.kind, id: record.id, field, ref, reason });
    }
  }
  return [...found.values()];
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * Chooses what goes into a bundle: the originator's own records, and others' records that it has changed (proposals,
 * to their owners only). A record without a label has the exercise's. Deleted records go as bare tombstones.
 */
export const selectForRelease = (plan: PlanState, options: ReleaseOptions): Selection => {
  const { originator } = options;
  const authors = new Set(options.authors);
  const fallback = exerciseOf(plan)?.label ?? TRAINING_LABEL;
  const held: Held[] = [];
  const sections: { kind: Kind; records: PlanRecord[] }[] = [];
  const labels: Label[] = [];
  for (const kind of KINDS) {
    const records: PlanRecord[] = [];
    for (const record of [...mapOf(plan, kind).values()].sort(byId)) {
      if (record.owner !== originator && !isProposal(record, authors)) continue;
      const label = record.label ?? fallback;
      const reason = heldReason(record, label, options);
      if (reason !== undefined) {
        held.push({ kind, id: record.id, reason });
        continue;
      }
      records.push(record.deleted === true ? tombstoneOf(record) : record);
      if (record.deleted !== true) labels.push(label);
    }
    if (records.length > 0) sections.push({ kind, records });
  }
  const owners = new Map([...allRecords(plan)].map((record) => [record.id, record.owner]));
  const released = new Set(sections.flatMap(({ records }) => records.map(({ id }) => id)));
  return {
    sections,
    held,
    label: rollUp(labels, fallback),
    dangling: sections.flatMap(({ records }) =>
      records
        .filter(({ deleted }) => deleted !== true)
        .flatMap((record) => danglingOf(record, owners, released, originator)),
    ),
  };
};
