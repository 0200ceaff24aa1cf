/** From a calendar file to one step of the plan; the same file again changes what it brought instead of doubling it. */
import { ACTIVITY_STATES, ACTIVITY_TYPES, type Activity } from '../../plan/activity/schema.ts';
import { type CommandContext, type NewRecord, draftOf, newRecord } from '../../plan/command.ts';
import { find, live } from '../../plan/state.ts';
import { type Op, type StepDraft, changeOp, createOp } from '../../plan/step.ts';
import { type ResolveTime, timeResolver } from '../../plan/times.ts';
import type { Result } from '../../result.ts';
import { type EpochMs, formatInstant } from '../../time/instant.ts';
import { type IcsBlock, firstLine, textOf, textsOf } from './lines.ts';
import { type IcsItem, type IcsModel, type IcsNote, type IcsSkip, MAX_MINUTES } from './read.ts';

/** Behind the id of a record in the identifiers that we write ourselves. */
export const UID_DOMAIN = '@entente';
const OWN_UID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@entente(?:#.*)?$/;

type Refusal = 'foreign' | 'movement' | 'twice';
type IcsOutcome = 'new' | 'changed' | 'same' | 'leftOut';

/** What becomes of one entry. */
export interface IcsReportLine {
  readonly line: number;
  readonly title: string;
  readonly start: EpochMs | undefined;
  readonly outcome: IcsOutcome;
  /** `foreign`: it is another nation's activity; `movement`: its legs say when it is; `twice`: an earlier entry is it too. */
  readonly reason?: IcsSkip | Refusal;
  readonly notes: readonly (IcsNote | 'locationUnknown')[];
}

export interface IcsTaking {
  readonly draft: Result<StepDraft>;
  readonly report: readonly IcsReportLine[];
  readonly counts: Readonly<Record<IcsOutcome, number>>;
}

const STATES: Readonly<Record<string, Activity['state']>> = {
  TENTATIVE: 'planned',
  CONFIRMED: 'confirmed',
  CANCELLED: 'cancelled',
  COMPLETED: 'done',
};

const stateOf = (block: IcsBlock): Activity['state'] => {
  const own = firstLine(block, 'X-ENTENTE-STATE')?.value.trim();
  const status = firstLine(block, 'STATUS')?.value.trim().toUpperCase() ?? '';
  return ACTIVITY_STATES.find((state) => state === own) ?? STATES[status] ?? 'planned';
};

/** The first category that is a kind with a meaning; a task with a date is a deadline, anything else a serial. */
const typeOf = (block: IcsBlock): string => {
  const own = firstLine(block, 'X-ENTENTE-KIND');
  if (own !== undefined && textOf(own).trim() !== '') return textOf(own).trim().slice(0, 40);
  const categories = textsOf(block, 'CATEGORIES').map((category) => category.toLowerCase());
  const known = ACTIVITY_TYPES.find((type) => categories.includes(type));
  return known ?? (block.name === 'VTODO' ? 'deadline' : 'serial');
};

/** The description without the marking that we ourselves put above it. */
const remarksOf = (block: IcsBlock): string | undefined => {
  const marking = textOf(firstLine(block, 'X-ENTENTE-MARKING'));
  const text = textOf(firstLine(block, 'DESCRIPTION'))
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .trim();
  const bare = marking !== '' && text.startsWith(marking) ? text.slice(marking.length).trim() : text;
  return bare === '' ? undefined : bare.slice(0, 4000);
};

const serialOf = (block: IcsBlock): string | undefined => {
  const serial = textOf(firstLine(block, 'X-ENTENTE-SERIAL'))
    .replaceAll(/[^\P{Cc}]/gu, ' ')
    .trim()
    .slice(0, 40);
  return serial === '' ? undefined : serial;
};

/**
 * The record that an entry is: by our own identifier, by the one it came with, and where another programme has given it a
 * new one, by its serial number, if only one activity has that.
 */
const matching = (context: CommandContext): ((item: IcsItem) => Activity | 'movement' | undefined) => {
  const foreign = new Map<string, Activity>();
  const serials = new Map<string, Activity | undefined>();
  for (const activity of live(context.plan, 'activity')) {
    const { foreignId, serial } = activity;
    if (foreignId !== undefined) foreign.set(foreignId, activity);
    if (serial !== undefined) serials.set(serial, serials.has(serial) ? undefined : activity);
  }
  return ({ key, block }) => {
    const [, own] = OWN_UID.exec(key) ?? [];
    if (own !== undefined && find(context.plan, 'movement', own) !== undefined) return 'movement';
    // A repeated entry of ours is one of ours no longer: only the plain one is the record itself.
    if (key.includes('#')) return foreign.get(key);
    return find(context.plan, 'activity', own) ?? foreign.get(key) ?? serials.get(serialOf(block) ?? '');
  };
};

/** What a plan calls its locations or participants, by name and code, whatever the letters' case. */
type Names = (text: string) => string | undefined;

const namesOf = ({ plan }: CommandContext, kind: 'location' | 'participant'): Names => {
  const known = new Map<string, string>();
  const records: readonly { id: string; name: string; code?: string | undefined }[] = live(plan, kind);
  for (const { id, name } of records) known.set(name.trim().toLowerCase(), id);
  for (const { id, code } of records) if (code !== undefined) known.set(code.trim().toLowerCase(), id);
  return (text) => known.get(text.trim().toLowerCase());
};

interface Book {
  readonly locations: Names;
  readonly participants: Names;
}

/**
 * The participants that the categories name; none only where we ourselves wrote them without any. Undefined where they say
 * nothing of it: a holiday calendar's “Business” takes nobody out of an activity.
 */
const participantsOf = (block: IcsBlock, { participants }: Book): readonly string[] | undefined => {
  const categories = textsOf(block, 'CATEGORIES');
  // The first that we write ourselves is the kind, which may be called as a participant is.
  const ours = firstLine(block, 'X-ENTENTE-KIND') !== undefined && categories.length > 0;
  const named = [...new Set(categories.slice(ours ? 1 : 0).flatMap((category) => participants(category) ?? []))];
  return named.length > 0 || ours ? named : undefined;
};

/** The same participants in the order that the activity has; those that no file of this plan could name stay. */
const participantsAfter = ({ plan }: CommandContext, activity: Activity, named: readonly string[]): string[] => {
  const kept = activity.participants.filter((id) => named.includes(id) || find(plan, 'participant', id) === undefined);
  return [...kept, ...named.filter((id) => !kept.includes(id))];
};

/** Whole minutes of a task that has no dates between which they could lie. */
const minutesOf = ({ start, minutes, block }: IcsItem): number | undefined => {
  if (start !== undefined) return minutes;
  const own = /^\d{1,7}$/.exec(firstLine(block, 'X-ENTENTE-MINUTES')?.value.trim() ?? '');
  return own === null ? undefined : Math.min(Number(own[0]), MAX_MINUTES);
};

interface Content {
  readonly fields: Partial<Activity>;
  /** Whether its place is none that the plan has, and so stands in the remarks. */
  readonly stranger: boolean;
}

const contentOf = (item: IcsItem, book: Book): Content => {
  const { title, start, block } = item;
  const place = textOf(firstLine(block, 'LOCATION')).trim();
  const location = book.locations(place);
  const serial = serialOf(block);
  const minutes = minutesOf(item);
  const participants = participantsOf(block, book);
  const stranger = place === '' || location !== undefined ? undefined : place.slice(0, 200);
  const remarks = [remarksOf(block), stranger].filter((text) => text !== undefined).join('\n');
  return {
    fields: {
      title,
      type: typeOf(block),
      state: stateOf(block),
      ...(minutes === undefined ? {} : { minutes }),
      ...(serial === undefined ? {} : { serial }),
      ...(participants === undefined ? {} : { participants: [...participants] }),
      ...(start === undefined ? {} : { start: { at: formatInstant(start) } }),
      ...(location === undefined ? {} : { location }),
      ...(remarks === '' ? {} : { remarks: remarks.slice(0, 4000) }),
    },
    stranger: stranger !== undefined,
  };
};

/** A time that stands where it stood stays as it is written: on its anchor, or before its conference. */
const changesOf = (
  context: CommandContext,
  activity: Activity,
  { fields }: Content,
  resolve: ResolveTime,
): Partial<Activity> => {
  const { start, participants, ...rest } = fields;
  const stands = start !== undefined && resolve(start) === resolve(activity.start);
  return {
    ...rest,
    ...(start === undefined || stands ? {} : { start }),
    ...(participants === undefined ? {} : { participants: participantsAfter(context, activity, participants) }),
  };
};

const created = (context: CommandContext, { key }: IcsItem, { fields }: Content): NewRecord =>
  newRecord(context, 'activity', {
    title: '',
    type: 'serial',
    minutes: 60,
    state: 'planned',
    participants: [],
    ...fields,
    units: [],
    foreignId: key,
  });

/** What a file would do to the plan, entry by entry, and the step that does it. */
export const takeIcs = (model: IcsModel, file: string, context: CommandContext): IcsTaking => {
  const match = matching(context);
  const book: Book = { locations: namesOf(context, 'location'), participants: namesOf(context, 'participant') };
  const resolve = timeResolver(context.plan);
  const ops = new Map<string, Op>();
  const met = new Set<string>();
  const report: IcsReportLine[] = model.leftOut.map((each) => ({
    ...each,
    start: undefined,
    outcome: 'leftOut',
    notes: [],
  }));
  for (const item of model.items) {
    const { line, title, start } = item;
    const found = match(item);
    const content = contentOf(item, book);
    const notes = [...item.notes, ...(content.stranger ? (['locationUnknown'] as const) : [])];
    // How something would have been read says nothing where it is not taken in.
    const told = (outcome: IcsOutcome) => (outcome === 'leftOut' ? [] : notes);
    const tell = (outcome: IcsOutcome, reason?: Refusal): void =>
      void report.push({
        line,
        title,
        start,
        outcome,
        notes: told(outcome),
        ...(reason === undefined ? {} : { reason }),
      });
    if (found === 'movement') tell('leftOut', 'movement');
    else if (found === undefined) {
      const record = created(context, item, content);
      ops.set(record.id, createOp(record));
      tell('new');
    } else if (found.owner !== context.actor) tell('leftOut', 'foreign');
    else if (met.has(found.id)) tell('leftOut', 'twice');
    else {
      met.add(found.id);
      const op = changeOp(found, changesOf(context, found, content, resolve));
      if (op !== undefined) ops.set(found.id, op);
      tell(op === undefined ? 'same' : 'changed');
    }
  }
  report.sort((a, b) => a.line - b.line || (a.start ?? 0) - (b.start ?? 0));
  const counts = { new: 0, changed: 0, same: 0, leftOut: 0 };
  for (const { outcome } of report) counts[outcome] += 1;
  const label = { key: 'steps.importCalendar', params: { file: file.slice(0, 200) } };
  return { draft: draftOf(context, label, [...ops.values()]), report, counts };
};
