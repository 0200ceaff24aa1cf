/** What leaves for an audience, what is held back and why: the release officer sees exactly this. */
import { type Label, isAbove, rollUp } from '../../label/label.ts';
import { stampAuthor } from '../../time/clock.ts';
import { effectiveLabels, labellingOf, type EffectiveLabel } from '../label/effective.ts';
import type { Profile } from '../profile/schema.ts';
import { KINDS, type Kind, type PlanRecord, type RecordOf } from '../records.ts';
import { type PlanState, allRecords, exerciseOf, live, recordOf } from '../state.ts';
import { type Work, PIECE, each, finish, sorting } from '../../work.ts';
import { type Limits, limitsFor, profileReason } from './limits.ts';
import { redact } from './redact.ts';

/**
 * `NOT_RELEASABLE`: the label does not name everybody in the audience. `ABOVE_CEILING`: it is higher than the exercise
 * allows. `OWNER_NOT_IN_AUDIENCE`: our proposal about somebody else's record, in a bundle that does not go to that
 * owner. `OWN_NATION_ONLY`: a release profile. `PROFILE_KIND`, `PROFILE_PARTICIPANT`: a profile leaves it out.
 * `REFERS_TO_HELD`: a dependency of which one end is held.
 */
export type HeldReason =
  | 'NOT_RELEASABLE'
  | 'ABOVE_CEILING'
  | 'OWNER_NOT_IN_AUDIENCE'
  | 'OWN_NATION_ONLY'
  | 'PROFILE_KIND'
  | 'PROFILE_PARTICIPANT'
  | 'REFERS_TO_HELD';

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

/** A reference to a record that the audience must not learn of; a placeholder stands in its place. */
interface Replaced {
  readonly kind: Kind;
  readonly id: string;
  readonly field: string;
  readonly ref: string;
}

/** A field that a profile leaves out of a record that has it. */
interface Withheld {
  readonly kind: Kind;
  readonly id: string;
  readonly field: string;
}

export interface Selection {
  /** In the order of KINDS, each sorted by id; kinds without records are left out. The records are as they leave. */
  readonly sections: readonly { readonly kind: Kind; readonly records: readonly PlanRecord[] }[];
  readonly held: readonly Held[];
  /** The label of the whole: highest classification, intersection of releasability, all caveats. */
  readonly label: Label;
  readonly replaced: readonly Replaced[];
  readonly withheld: readonly Withheld[];
}

// What is asked of each of many records makes no closure before it needs one: that would be garbage by the megabyte.

const namesAll = (codes: readonly string[], originator: string, audience: readonly string[]): boolean =>
  audience.length > 0 && audience.every((code) => code === originator || codes.includes(code));

const isReleasable = ({ releasableTo }: Label, originator: string, audience: readonly string[]): boolean =>
  releasableTo.length === 0 || namesAll(releasableTo, originator, audience);

interface Ground {
  readonly plan: PlanState;
  readonly options: ReleaseOptions;
  readonly authors: ReadonlySet<string>;
  readonly limits: Limits;
  readonly labelOf: (record: PlanRecord) => EffectiveLabel;
  readonly isTooHigh: (label: Label) => boolean;
}

const groundOf = (plan: PlanState, options: ReleaseOptions): Ground => {
  const labelling = labellingOf(plan);
  const { ceiling } = labelling;
  const profiles = (live(plan, 'profile') as readonly Profile[]).filter(({ owner }) => owner === options.originator);
  return {
    plan,
    options,
    authors: new Set(options.authors),
    limits: limitsFor(profiles, options.audienceCodes),
    labelOf: effectiveLabels(plan),
    isTooHigh: (label) => ceiling !== undefined && isAbove(label, ceiling, labelling),
  };
};

const isWrittenBy = ({ stamp, stamps }: PlanRecord, authors: ReadonlySet<string>): boolean =>
  [stamp, ...Object.values(stamps ?? {})].some((one) => authors.has(stampAuthor(one)));

/** Whether the record is ours to send: our own, or somebody else's that we have changed. */
const isOurs = (record: PlanRecord, { options, authors }: Ground): boolean =>
  record.owner === options.originator || isWrittenBy(record, authors);

const isOnlyOurs = ({ originator, audienceCodes }: ReleaseOptions): boolean =>
  audienceCodes.length === 0 || audienceCodes.some((code) => code !== originator);

/** Why the audience must not learn of a record, whoever owns it. */
const hiddenReason = (record: PlanRecord, { options, limits, labelOf, isTooHigh }: Ground): HeldReason | undefined => {
  const { originator, audienceCodes } = options;
  const { label } = labelOf(record);
  if (record.kind === 'profile' && isOnlyOurs(options)) return 'OWN_NATION_ONLY';
  if (!isReleasable(label, originator, audienceCodes)) return 'NOT_RELEASABLE';
  return isTooHigh(label) ? 'ABOVE_CEILING' : profileReason(record, limits);
};

interface Sorted {
  readonly go: PlanRecord[];
  readonly held: Held[];
  /** Identifiers that must not leave. */
  readonly hidden: Set<string>;
}

const sortOut = function* (ground: Ground): Work<Sorted> {
  const { plan, options } = ground;
  const sorted: Sorted = { go: [], held: [], hidden: new Set() };
  let done = 0;
  for (const record of allRecords(plan)) {
    done += 1;
    if (done % PIECE === 0) yield done;
    const hidden = hiddenReason(record, ground);
    if (hidden !== undefined) sorted.hidden.add(record.id);
    if (!isOurs(record, ground)) continue;
    const foreign = record.owner !== options.originator && !options.audienceCodes.includes(record.owner);
    const reason = foreign ? 'OWNER_NOT_IN_AUDIENCE' : hidden;
    if (reason === undefined) sorted.go.push(record);
    else sorted.held.push({ kind: record.kind, id: record.id, reason });
  }
  return sorted;
};

/** A link says nothing without both its ends, and something about the one that is held. */
const holdLinks = ({ go, held, hidden }: Sorted): readonly PlanRecord[] =>
  go.filter((record) => {
    if (record.kind !== 'dependency' || record.deleted === true) return true;
    if (!hidden.has(record.from) && !hidden.has(record.to)) return true;
    hidden.add(record.id);
    held.push({ kind: 'dependency', id: record.id, reason: 'REFERS_TO_HELD' });
    return false;
  });

/**
 * A label that the recipient would inherit from a record other than the exercise is written out: it may not have that.
 * So is one that is stricter by what this plan retains.
 */
const writtenLabel = (record: PlanRecord, ground: Ground, exerciseGoes: boolean): Label | undefined => {
  const { label, origin, retained } = ground.labelOf(record);
  if (record.deleted === true) return undefined;
  if (retained !== undefined) return label;
  if (record.label !== undefined) return undefined;
  return origin?.kind === 'exercise' && exerciseGoes ? undefined : label;
};

/** The record that a line of a baseline speaks of. */
const spokenOf = (plan: PlanState, id: string): PlanRecord | undefined =>
  recordOf(plan, 'activity', id) ?? recordOf(plan, 'movement', id);

/** The labels of what a baseline's lines speak of. */
const labelsOf = ({ times }: RecordOf<'baseline'>, { plan, labelOf }: Ground): readonly Label[] =>
  times.flatMap(([id]) => spokenOf(plan, id) ?? []).map((spoken) => labelOf(spoken).label);

const NO_FIELDS: ReadonlySet<string> = new Set();

interface Named {
  readonly kind: Kind;
  readonly id: string;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const byKindAndId = (a: Named, b: Named): number => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || byId(a, b);

/** What leaves, as it leaves, in the order of the plan. */
interface Leaving {
  readonly records: Map<Kind, PlanRecord[]>;
  readonly labels: Set<Label>;
  readonly replaced: Replaced[];
  readonly withheld: Withheld[];
}

const redacting = function* (going: readonly PlanRecord[], hidden: ReadonlySet<string>, ground: Ground): Work<Leaving> {
  const exercise = exerciseOf(ground.plan);
  const exerciseGoes = exercise !== undefined && !hidden.has(exercise.id);
  const knows = (id: string): boolean => spokenOf(ground.plan, id) !== undefined;
  const leaving: Leaving = { records: new Map(), labels: new Set(), replaced: [], withheld: [] };
  const take = (whole: PlanRecord): void => {
    const { kind, id } = whole;
    const withheld = kind === 'profile' ? NO_FIELDS : (ground.limits.withheld.get(kind) ?? NO_FIELDS);
    const redaction = redact(whole, { withheld, hidden, knows, label: writtenLabel(whole, ground, exerciseGoes) });
    const { record } = redaction;
    const list = leaving.records.get(kind);
    if (list === undefined) leaving.records.set(kind, [record]);
    else list.push(record);
    for (const { field, ref } of redaction.replaced) leaving.replaced.push({ kind, id, field, ref });
    for (const field of redaction.withheld) leaving.withheld.push({ kind, id, field });
    if (record.deleted === true) return;
    leaving.labels.add(ground.labelOf(whole).label);
    if (record.kind === 'baseline') for (const label of labelsOf(record, ground)) leaving.labels.add(label);
  };
  yield* each(going, take);
  return leaving;
};

/** `selectForRelease` as work that can be laid down between records. */
export const selecting = function* (plan: PlanState, options: ReleaseOptions): Work<Selection> {
  const ground = groundOf(plan, options);
  const sorted = yield* sortOut(ground);
  const going = holdLinks(sorted);
  yield going.length;
  const { records, labels, replaced, withheld } = yield* redacting(going, sorted.hidden, ground);
  const sections: { readonly kind: Kind; readonly records: readonly PlanRecord[] }[] = [];
  for (const kind of KINDS) {
    const list = records.get(kind);
    if (list !== undefined) sections.push({ kind, records: yield* sorting(list, byId) });
  }
  const held = yield* sorting(sorted.held, byKindAndId);
  return {
    sections,
    held,
    label: rollUp(labels, exerciseOf(plan)?.label, labellingOf(plan)),
    replaced: yield* sorting(replaced, byKindAndId),
    withheld: yield* sorting(withheld, byKindAndId),
  };
};

/**
 * Chooses what goes into a bundle: the originator's own records, and others' records that it has changed (proposals,
 * to their owners only), each as its label, the exercise's ceiling and the recipients' profiles allow. With several
 * recipients the most restrictive of all holds. Deleted records go as bare tombstones.
 */
export const selectForRelease = (plan: PlanState, options: ReleaseOptions): Selection =>
  finish(selecting(plan, options));
