/** From a calendar file to one step of the plan; the same file again changes what it brought instead of doubling it. */
import { ACTIVITY_STATES, ACTIVITY_TYPES, type Activity } from '../../plan/activity/schema.ts';
import { type CommandContext, type NewRecord, draftOf, newRecord } from '../../plan/command.ts';
import { find, live } from '../../plan/state.ts';
import { type Op, type StepDraft, changeOp, createOp } from '../../plan/step.ts';
import { type ResolveTime, timeResolver } from '../../plan/times.ts';
import type { Result } from '../../result.ts';
import { type EpochMs, formatInstant } from '../../time/instant.ts';
import { type IcsBlock, firstLine, textOf } from './lines.ts';
import type { IcsItem, IcsModel, IcsNote, IcsSkip } from './read.ts';

/** Behind the id of a record in the identifiers that we write ourselves. */
export const UID_DOMAIN = '@entente';
const OWN_UID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@entente(?:#.*)?$/;

type IcsOutcome = 'new' | 'changed' | 'same' | 'leftOut';

/** What becomes of one entry. */
export interface IcsReportLine {
  readonly line: number;
  readonly title: string;
  readonly start: EpochMs | undefined;
  readonly outcome: IcsOutcome;
  /** `foreign`: it is another nation's activity; `movement`: its legs say when it is. */
  readonly reason?: IcsSkip | 'foreign' | 'movement';
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
  const categories = textOf(firstLine(block, 'CATEGORIES')).toLowerCase().split(',');
  const known = ACTIVITY_TYPES.find((type) => categories.some((category) => category.trim() === type));
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

const matching = (context: CommandContext): ((item: IcsItem) => Activity | 'movement' | undefined) => {
  const foreign = new Map<string, Activity>();
  for (const activity of live(context.plan, 'activity'))
    if (activity.foreignId !== undefined) foreign.set(activity.foreignId, activity);
  return ({ key }) => {
    const [, own] = OWN_UID.exec(key) ?? [];
    if (own !== undefined && find(context.plan, 'movement', own) !== undefined) return 'movement';
    // A repeated entry of ours is one of ours no longer: only the plain one is the record itself.
    return (key.includes('#') ? undefined : find(context.plan, 'activity', own)) ?? foreign.get(key);
  };
};

interface Places {
  readonly find: (text: string) => string | undefined;
}

const placesOf = ({ plan }: CommandContext): Places => {
  const known = new Map<string, string>();
  for (const { id, name, code } of live(plan, 'location')) {
    known.set(name.trim().toLowerCase(), id);
    if (code !== undefined) known.set(code.trim().toLowerCase(), id);
  }
  return { find: (text) => known.get(text.trim().toLowerCase()) };
};

interface Content {
  readonly fields: Partial<Activity>;
  /** Whether its place is none that the plan has, and so stands in the remarks. */
  readonly stranger: boolean;
}

const contentOf = ({ title, start, minutes, block }: IcsItem, places: Places): Content => {
  const place = textOf(firstLine(block, 'LOCATION')).trim();
  const location = places.find(place);
  const stranger = place === '' || location !== undefined ? undefined : place.slice(0, 200);
  const remarks = [remarksOf(block), stranger].filter((text) => text !== undefined).join('\n');
  return {
    fields: {
      title,
      type: typeOf(block),
      minutes,
      state: stateOf(block),
      ...(start === undefined ? {} : { start: { at: formatInstant(start) } }),
      ...(location === undefined ? {} : { location }),
      ...(remarks === '' ? {} : { remarks: remarks.slice(0, 4000) }),
    },
    stranger: stranger !== undefined,
  };
};

/** A time that stands where it stood stays as it is written: on its anchor, or before its conference. */
const changesOf = (activity: Activity, { fields }: Content, resolve: ResolveTime): Partial<Activity> => {
  const { start, ...rest } = fields;
  const stands = start !== undefined && resolve(start) === resolve(activity.start);
  return { ...rest, ...(start === undefined || stands ? {} : { start }) };
};

const created = (context: CommandContext, { key }: IcsItem, { fields }: Content): NewRecord =>
  newRecord(context, 'activity', {
    title: '',
    type: 'serial',
    minutes: 0,
    state: 'planned',
    ...fields,
    participants: [],
    units: [],
    foreignId: key,
  });

/** What a file would do to the plan, entry by entry, and the step that does it. */
export const takeIcs = (model: IcsModel, file: string, context: CommandContext): IcsTaking => {
  const match = matching(context);
  const places = placesOf(context);
  const resolve = timeResolver(context.plan);
  const ops = new Map<string, Op>();
  const report: IcsReportLine[] = model.leftOut.map((each) => ({
    ...each,
    start: undefined,
    outcome: 'leftOut',
    notes: [],
  }));
  for (const item of model.items) {
    const { line, title, start } = item;
    const found = match(item);
    const content = contentOf(item, places);
    const notes = [...item.notes, ...(content.stranger ? (['locationUnknown'] as const) : [])];
    const tell = (outcome: IcsOutcome, reason?: 'foreign' | 'movement'): void =>
      void report.push({ line, title, start, outcome, notes, ...(reason === undefined ? {} : { reason }) });
    if (found === 'movement') tell('leftOut', 'movement');
    else if (found === undefined) {
      const record = created(context, item, content);
      ops.set(record.id, createOp(record));
      tell('new');
    } else if (found.owner !== context.actor) tell('leftOut', 'foreign');
    else {
      const op = changeOp(found, changesOf(found, content, resolve));
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
