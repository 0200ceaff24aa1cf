/** What release profiles leave out for an audience: with several recipients, what any of their profiles leaves out. */
import { RELEASABLE_KINDS, type Profile } from '../profile/schema.ts';
import type { Kind, PlanRecord } from '../records.ts';
import { withholdableFields } from './redact.ts';

export interface Limits {
  readonly kinds: ReadonlySet<Kind>;
  readonly withheld: ReadonlyMap<Kind, ReadonlySet<string>>;
  /** Participants whose records go; undefined for all. */
  readonly participants: ReadonlySet<string> | undefined;
}

const common = (
  a: ReadonlySet<string> | undefined,
  b: readonly string[] | undefined,
): ReadonlySet<string> | undefined =>
  b === undefined ? a : new Set(a === undefined ? b : b.filter((id) => a.has(id)));

/** The limits that hold for an audience; nations without a profile get what their labels allow. */
export const limitsFor = (profiles: readonly Profile[], audience: readonly string[]): Limits => {
  let kinds = new Set<Kind>(RELEASABLE_KINDS);
  let participants: ReadonlySet<string> | undefined;
  const withheld = new Map<Kind, Set<string>>();
  for (const profile of profiles) {
    if (!audience.includes(profile.nation)) continue;
    const allowed: ReadonlySet<Kind> = new Set(profile.kinds);
    kinds = new Set([...kinds].filter((kind) => allowed.has(kind)));
    participants = common(participants, profile.participants);
    for (const { kind, field } of profile.withheldFields) {
      if (!withholdableFields(kind).has(field)) continue;
      withheld.set(kind, (withheld.get(kind) ?? new Set()).add(field));
    }
  }
  return { kinds, withheld, participants };
};

/** The participants that a record belongs to; none for what belongs to the exercise as a whole. */
const participantsOf = (record: PlanRecord): readonly string[] => {
  switch (record.kind) {
    case 'participant':
      return [record.id];
    case 'unit':
    case 'movement':
      return [record.participant];
    case 'activity':
      return record.participants;
    case 'agreement':
      return [...new Set([...(record.host === undefined ? [] : [record.host]), ...record.parties, ...record.nations])];
    case 'exercise':
    case 'anchor':
    case 'baseline':
    case 'location':
    case 'dependency':
    case 'profile':
      return [];
  }
};

const belongsTo = (record: PlanRecord, participants: ReadonlySet<string>): boolean => {
  const belongs = participantsOf(record);
  return belongs.length === 0 || belongs.some((id) => participants.has(id));
};

/** Why the profiles leave a record out; undefined when they do not. */
export const profileReason = (
  record: PlanRecord,
  { kinds, participants }: Limits,
): 'PROFILE_KIND' | 'PROFILE_PARTICIPANT' | undefined => {
  if (record.kind === 'profile') return undefined;
  if (!kinds.has(record.kind)) return 'PROFILE_KIND';
  return participants === undefined || belongsTo(record, participants) ? undefined : 'PROFILE_PARTICIPANT';
};
