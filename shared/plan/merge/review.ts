/**
 * A verified bundle held against the plan: what it would change, by whose word, and where two hands touched one field.
 * Ownership is the rule (BUNDLE.md, "Whose word counts"), and it is the owner that stands in *our* plan that counts,
 * never the one that the bundle claims for a record we know.
 */
import { isAbove } from '../../label/label.ts';
import type { Labelling } from '../../label/policies.ts';
import { someTitles, standingAbove } from '../label/ceiling.ts';
import { labellingOf } from '../label/effective.ts';
import type { Caveat } from '../caveat/schema.ts';
import { linkTitle } from '../dependency/ends.ts';
import type { Kind, PlanRecord } from '../records.ts';
import { KINDS } from '../records.ts';
import { hasPlaceholder, mapIds, placeholderOf } from '../release/placeholder.ts';
import type { Label } from '../../label/label.ts';
import { type Work, PIECE, finish } from '../../work.ts';
import { type PlanState, allRecords, exerciseOf, recordOf } from '../state.ts';
import { titleOf } from '../title.ts';
import { type ReviewField, type Sides, compareRecords, lifeVerdict, stampOfField } from './compare.ts';
import { sameValue } from '../sameValue.ts';
import type { Knowledge } from './knowledge.ts';
import { floorOf, keptCaveats, raised } from './protect.ts';
import type { LastSents } from './sent.ts';

export const REVIEW_CLASSES = ['new', 'changed', 'deleted', 'proposal', 'conflict', 'hearsay', 'same'] as const;

/**
 * `new`, `changed`, `deleted`: the originator's word about its own records. `conflict`: the same, but a field was
 * changed here or by another hand at the same time. `proposal`: about somebody else's record. `hearsay`: an unknown
 * record of somebody else's, shown and never stored. `same`: nothing that we do not have.
 */
export type ReviewClass = (typeof REVIEW_CLASSES)[number];

export interface ReviewEntry {
  /** `unit:018f…`, unique in the review. */
  readonly key: string;
  readonly kind: Kind;
  readonly id: string;
  /** Who answers for it: by our plan, or by the bundle's claim where we do not know the record. */
  readonly owner: string;
  readonly class: ReviewClass;
  readonly title: string;
  /** Whether we may take anything of it. */
  readonly takeable: boolean;
  /** Taken or left as one: a new record, a deletion, a return. Otherwise each field is decided for itself. */
  readonly whole: boolean;
  readonly fields: readonly ReviewField[];
  /** Fields of equal value whose later stamp we keep, so that every plan ends with the same one. */
  readonly later: readonly string[];
  readonly theirs: PlanRecord;
  readonly mine?: PlanRecord;
  /** Why nothing of it can be taken, whoever speaks: its label is higher than the exercise's ceiling. */
  readonly blocked?: 'LABEL_ABOVE_CEILING';
}

export interface Review {
  readonly originator: string;
  /** Whose plan it is; null as long as there is no identity. */
  readonly me: string | null;
  /** The plan that the bundle was held against. */
  readonly plan: PlanState;
  /** By kind as in KINDS, then by id; records of which everything is known are only counted. */
  readonly entries: readonly ReviewEntry[];
  readonly counts: Readonly<Record<ReviewClass, number>>;
  /** What comes in lowers the ceiling, and records that are here would stand above it; absent where none would. */
  readonly lowered?: Lowered;
}

/** They stay as they are, are held back at release and found by a check; nothing new above the ceiling can be made. */
interface Lowered {
  /** The highest marking that will be allowed. */
  readonly ceiling: string;
  readonly count: number;
  /** Titles of the first ones, for a sentence. */
  readonly what: string;
}

export interface ReviewInput {
  readonly plan: PlanState;
  /** Our own nation or organisation; null as long as there is no identity. */
  readonly me: string | null;
  readonly myKnowledge: Knowledge;
  readonly bundle: {
    readonly originator: string;
    readonly records: Iterable<PlanRecord>;
    readonly knowledge: Knowledge;
    /** What the originator sent before; absent where that is not known. */
    readonly last?: LastSents;
  };
}

const keyOf = ({ kind, id }: PlanRecord): string => `${kind}:${id}`;

const entryOf = (
  theirs: PlanRecord,
  mine: PlanRecord | undefined,
  rest: Pick<ReviewEntry, 'owner' | 'class' | 'takeable'> & Partial<Pick<ReviewEntry, 'whole' | 'fields' | 'later'>>,
): ReviewEntry => ({
  key: keyOf(theirs),
  kind: theirs.kind,
  id: theirs.id,
  title: titleOf(mine !== undefined && theirs.deleted === true ? mine : theirs),
  whole: false,
  fields: [],
  later: [],
  theirs,
  ...(mine === undefined ? {} : { mine }),
  ...rest,
});

/** A record that the plan does not have. */
const unknownEntry = (theirs: PlanRecord, { plan, me, bundle }: ReviewInput): ReviewEntry => {
  const { owner } = theirs;
  const exercise = exerciseOf(plan);
  const secondExercise = theirs.kind === 'exercise' && exercise !== undefined && exercise.id !== theirs.id;
  if (owner === bundle.originator && !secondExercise) {
    // A deletion of what we never had is kept too: an older bundle that still has the record may come after it.
    return entryOf(theirs, undefined, {
      owner,
      class: theirs.deleted === true ? 'deleted' : 'new',
      takeable: true,
      whole: true,
    });
  }
  const offered = owner === me && theirs.deleted !== true && !secondExercise;
  return entryOf(theirs, undefined, {
    owner,
    class: offered ? 'proposal' : 'hearsay',
    takeable: offered,
    whole: true,
  });
};

interface Standing {
  readonly owner: string;
  /** The originator answers for the record, so its word changes it. */
  readonly own: boolean;
  readonly takeable: boolean;
}

const lifeEntry = (theirs: PlanRecord, mine: PlanRecord, standing: Standing, sides: Sides): ReviewEntry => {
  const verdict = lifeVerdict(theirs, mine, sides);
  const ownClass = verdict === 'concurrent' ? 'conflict' : theirs.deleted === true ? 'deleted' : 'changed';
  return entryOf(theirs, mine, {
    owner: standing.owner,
    class: verdict === 'known' ? 'same' : standing.own ? ownClass : 'proposal',
    takeable: standing.takeable,
    whole: true,
    fields: [
      {
        field: 'deleted',
        mine: mine.deleted ?? null,
        theirs: theirs.deleted ?? null,
        mineStamp: stampOfField(mine, 'deleted'),
        theirsStamp: stampOfField(theirs, 'deleted'),
        verdict,
      },
    ],
  });
};

/** Two tombstones: the later one stays, so that all plans end with the same. */
const bothDeleted = (theirs: PlanRecord, mine: PlanRecord, standing: Standing): ReviewEntry => {
  const replaces = standing.own && stampOfField(theirs, 'deleted') > stampOfField(mine, 'deleted');
  return entryOf(theirs, mine, {
    owner: standing.owner,
    class: 'same',
    takeable: standing.takeable,
    whole: true,
    later: replaces ? ['deleted'] : [],
  });
};

/**
 * Label and national caveats as they can be taken. A proposal is never weaker than what protects the record here; the
 * owner's own word is taken as it is, and said to be weaker where it is.
 */
const withKept = (
  fields: readonly ReviewField[],
  mine: PlanRecord,
  { plan, bundle }: ReviewInput,
): readonly ReviewField[] => {
  const keptOf = ({ field, theirs }: ReviewField): unknown => {
    if (field === 'caveats') return keptCaveats(plan, mine, theirs as readonly Caveat[] | null, bundle.originator);
    const floor = field === 'label' ? floorOf(plan, mine, bundle.originator) : undefined;
    // Without a label of its own it would have the one that it inherits: that is looked at when all is decided.
    return floor === undefined || theirs === null ? theirs : raised(plan, theirs as Label, floor);
  };
  return fields.flatMap((field) => {
    const kept = keptOf(field);
    if (kept === field.theirs) return [field];
    if (mine.owner === bundle.originator) return [{ ...field, retained: true }];
    return sameValue(kept, field.mine) ? [] : [{ ...field, theirs: kept, kept: true }];
  });
};

const knownEntry = (theirs: PlanRecord, mine: PlanRecord, input: ReviewInput, sides: Sides): ReviewEntry => {
  const { owner } = mine;
  const own = owner === input.bundle.originator;
  const standing: Standing = { owner, own, takeable: own || owner === input.me };
  if (mine.deleted === true && theirs.deleted === true) return bothDeleted(theirs, mine, standing);
  if (mine.deleted !== theirs.deleted) return lifeEntry(theirs, mine, standing, sides);
  const { fields: found, later } = compareRecords(theirs, mine, sides);
  const fields = withKept(found, mine, input);
  const open = fields.filter(({ verdict }) => verdict !== 'known');
  const ownClass = open.some(({ verdict }) => verdict === 'concurrent') ? 'conflict' : 'changed';
  return entryOf(theirs, mine, {
    owner,
    class: open.length === 0 ? 'same' : own ? ownClass : 'proposal',
    takeable: standing.takeable,
    fields,
    later: own ? later : [],
  });
};

const byKindThenId = (a: ReviewEntry, b: ReviewEntry): number =>
  (a.kind === b.kind ? 0 : KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A dependency in the words of what it links, as far as plan or bundle know it. */
const withEnds = (entry: ReviewEntry, plan: PlanState, brought: ReadonlyMap<string, PlanRecord>): ReviewEntry => {
  const record = entry.theirs.deleted === true ? (entry.mine ?? entry.theirs) : entry.theirs;
  if (record.kind !== 'dependency') return entry;
  const title = linkTitle(
    record,
    (id) => recordOf(plan, 'activity', id) ?? recordOf(plan, 'movement', id) ?? brought.get(id),
  );
  return { ...entry, title };
};

/** The ceiling that will hold: the exercise's as its owner sends it along, else as it stands here. */
const labellingAfter = ({ plan, bundle }: ReviewInput, records: readonly PlanRecord[]): Labelling => {
  const known = exerciseOf(plan);
  const sent = records.find((record) => record.kind === 'exercise' && record.owner === bundle.originator);
  const speaks = sent?.kind === 'exercise' && (known === undefined || known.owner === bundle.originator);
  return speaks && sent.labelling !== undefined && sent.withheld?.includes('labelling') !== true
    ? sent.labelling
    : labellingOf(plan);
};

const heldDown = (entry: ReviewEntry, labelling: Labelling): ReviewEntry => {
  const { theirs, mine } = entry;
  const { ceiling } = labelling;
  // As it would be taken: made as strict as what protects the record here.
  const field = entry.fields.find((each) => each.field === 'label');
  const label = field === undefined ? theirs.label : ((field.theirs ?? undefined) as Label | undefined);
  if (ceiling === undefined || label === undefined || theirs.deleted === true) return entry;
  if (!isAbove(label, ceiling, labelling) || sameValue(mine?.label, label)) return entry;
  return { ...entry, takeable: false, blocked: 'LABEL_ABOVE_CEILING' };
};

/** Whether an entry, taken, leaves its record without the marking that it has here. */
const restates = ({ theirs, takeable, fields }: ReviewEntry): boolean =>
  takeable &&
  (theirs.deleted === true || fields.some(({ field, verdict }) => field === 'label' && verdict !== 'known'));

/** What would stand above the ceiling that comes in, if everything that can be taken is. */
const loweredBy = (plan: PlanState, entries: readonly ReviewEntry[]): Lowered | undefined => {
  const decides = entries.find(({ kind, mine, takeable }) => kind === 'exercise' && mine !== undefined && takeable);
  const field = decides?.fields.find((each) => each.field === 'labelling' && each.verdict !== 'known');
  const labelling = (field?.theirs ?? undefined) as Labelling | undefined;
  if (labelling?.ceiling === undefined) return undefined;
  const over = standingAbove(plan, labelling, new Set(entries.filter(restates).map(({ id }) => id)));
  if (over.length === 0) return undefined;
  return { ceiling: labelling.ceiling.classification, count: over.length, what: someTitles(over) };
};

/** Which record of ours each placeholder stands for. */
const placeholders = function* (plan: PlanState): Work<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { id } of allRecords(plan)) {
    if (ids.size % PIECE === 0) yield 0;
    ids.set(placeholderOf(id), id);
  }
  return ids;
};

/**
 * A partner's proposal about a record of ours names others by the placeholders that we once sent: the identifiers are
 * put back.
 */
const withOwnIds = (sent: PlanRecord, ids: ReadonlyMap<string, string>): PlanRecord => {
  const named = mapIds(sent, (id) => ids.get(id)) as PlanRecord;
  return { ...named, id: sent.id };
};

/**
 * Whether a record came before. Bundles are sorted, and what is later than all before it was not among them: only
 * records out of their order have to be remembered.
 */
const repetitions = (records: readonly PlanRecord[]): ((record: PlanRecord, index: number) => boolean) => {
  const last = new Map<Kind, string>();
  const seen = new Map<Kind, Set<string>>();
  return ({ kind, id }, index) => {
    const known = seen.get(kind);
    const before = last.get(kind);
    if (known === undefined && (before === undefined || id > before)) {
      last.set(kind, id);
      return false;
    }
    const ids = known ?? new Set(records.slice(0, index).flatMap((each) => (each.kind === kind ? [each.id] : [])));
    seen.set(kind, ids);
    if (ids.has(id)) return true;
    ids.add(id);
    return false;
  };
};

/** Beside each field what was last sent of it. */
const withLast = (entry: ReviewEntry, last: LastSents | undefined): ReviewEntry => {
  const before = last?.get(entry.key);
  if (before === undefined || entry.fields.length === 0) return entry;
  const { revision, differs } = before;
  const theirs = entry.theirs as Readonly<Record<string, unknown>>;
  const fields = entry.fields.map((field) => {
    const value = Object.hasOwn(differs, field.field) ? differs[field.field] : (theirs[field.field] ?? null);
    return { ...field, last: { value, revision } };
  });
  return { ...entry, fields };
};

/** `reviewBundle` as work that can be laid down between records. */
export const reviewing = function* (input: ReviewInput): Work<Review> {
  const counts = { new: 0, changed: 0, deleted: 0, proposal: 0, conflict: 0, hearsay: 0, same: 0 };
  const sides: Sides = { mine: input.myKnowledge, theirs: input.bundle.knowledge };
  const entries: ReviewEntry[] = [];
  const brought = new Map<string, PlanRecord>();
  const records = [...input.bundle.records];
  const labelling = labellingAfter(input, records);
  let ids: ReadonlyMap<string, string> | undefined;
  const isRepeated = repetitions(records);
  for (const [index, sent] of records.entries()) {
    if (index % PIECE === 0) yield index;
    if (isRepeated(sent, index)) continue;
    const mine = recordOf(input.plan, sent.kind, sent.id);
    const ours = (mine ?? sent).owner === input.me && hasPlaceholder(sent);
    const theirs = ours ? withOwnIds(sent, (ids ??= yield* placeholders(input.plan))) : sent;
    if (mine !== undefined && sameValue(theirs, mine)) {
      counts.same += 1;
      continue;
    }
    if (mine === undefined && (theirs.kind === 'activity' || theirs.kind === 'movement'))
      brought.set(theirs.id, theirs);
    const found = mine === undefined ? unknownEntry(theirs, input) : knownEntry(theirs, mine, input, sides);
    const entry = heldDown(found, labelling);
    counts[entry.class] += 1;
    if (entry.class !== 'same' || entry.later.length > 0) entries.push(withLast(entry, input.bundle.last));
  }
  for (const [index, entry] of entries.entries()) {
    if (index % PIECE === 0) yield records.length;
    entries[index] = withEnds(entry, input.plan, brought);
  }
  // A bundle of ours comes in this order; one of somebody else's making is put into it.
  const ordered = entries.every((entry, index) => index === 0 || byKindThenId(entries[index - 1] ?? entry, entry) <= 0);
  if (!ordered) entries.sort(byKindThenId);
  const lowered = loweredBy(input.plan, entries);
  const { originator } = input.bundle;
  return { originator, me: input.me, plan: input.plan, entries, counts, ...(lowered === undefined ? {} : { lowered }) };
};

/**
 * What a bundle means for the plan; changes nothing. Of a record that stands in the bundle twice the first counts.
 * What the bundle does not hold means nothing: it was not released, not deleted.
 */
export const reviewBundle = (input: ReviewInput): Review => finish(reviewing(input));
