import { type Work, each } from '../../work.ts';
import { coversOf, type Covers, isInForceFor } from '../agreement/cover.ts';
import { type Presence, presencesIn } from '../agreement/presence.ts';
import { AUTHORISING } from '../agreement/schema.ts';
import { exerciseOf } from '../state.ts';
import { movementSpan } from '../times.ts';
import { titleOf } from '../title.ts';
import type { CheckIndex } from './checkIndex.ts';
import type { Check, Finding } from './finding.ts';

/** Why a presence is not covered: nothing concerns it, only a frame does, or what does is not in force then. */
type Gap = { readonly code: 'AGR-001' | 'AGR-002' | 'AGR-004'; readonly by?: Covers };

const gapOf = (presence: Presence, all: readonly Covers[]): Gap | undefined => {
  const concerned = all.filter(({ concerns }) => concerns(presence));
  const authorising = concerned.filter(({ agreement }) => AUTHORISING.has(agreement.type));
  if (authorising.some((each) => isInForceFor(each, presence))) return undefined;
  const [late] = authorising;
  if (late !== undefined) return { code: 'AGR-004', by: late };
  const frame = concerned.find((each) => isInForceFor(each, presence));
  return frame === undefined ? { code: 'AGR-001' } : { code: 'AGR-002', by: frame };
};

interface Group extends Gap {
  readonly presences: Presence[];
}

/** One finding for a host, a sender and a reason: forty serials under one missing paper are one problem. */
const grouping = function* (presences: readonly Presence[], all: readonly Covers[]): Work<readonly Group[]> {
  const groups = new Map<string, Group>();
  yield* each(presences, (presence) => {
    const gap = gapOf(presence, all);
    if (gap === undefined) return;
    const key = [gap.code, presence.host.id, presence.sender.id, gap.by?.agreement.id].join(' ');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { ...gap, presences: [presence] });
    else known.presences.push(presence);
  });
  return [...groups.values()];
};

const findingOf = ({ code, by, presences }: Group): readonly Finding[] => {
  const [first] = presences;
  if (first === undefined) return [];
  const agreement = by === undefined ? [] : [{ kind: 'agreement' as const, id: by.agreement.id }];
  return [
    {
      code,
      severity: code === 'AGR-002' ? 'info' : 'warning',
      subjects: [...presences.map(({ record }) => ({ kind: record.kind, id: record.id })), ...agreement],
      params: {
        host: first.host.name,
        nation: first.sender.name,
        activity: titleOf(first.record),
        more: presences.length - 1,
        agreement: by === undefined ? '' : titleOf(by.agreement),
      },
    },
  ];
};

const presencesOf = ({ plan, activities, movements, resolve }: CheckIndex): Work<readonly Presence[]> =>
  presencesIn(
    plan,
    activities,
    movements.flatMap((movement) => {
      const span = movementSpan(movement, resolve);
      return span === undefined ? [] : [{ movement, span }];
    }),
  );

/**
 * Forces on a host's territory need an arrangement in force that covers host, sender and date (DOCTRINE C12).
 * AGR-001: none covers them. AGR-002: only a frame does. AGR-004: one would, but not then. AGR-003: a plan that has no
 * agreements at all is told so once, and otherwise left in peace.
 */
export const agreements: Check = function* (index) {
  const { plan, resolve } = index;
  const presences = yield* presencesOf(index);
  if (presences.length === 0) return [];
  const all = coversOf(plan, resolve);
  if (all.length > 0) return (yield* grouping(presences, all)).flatMap(findingOf);
  const exercise = exerciseOf(plan);
  if (exercise === undefined) return [];
  const count = new Set(presences.map(({ sender }) => sender.id)).size;
  return [{ code: 'AGR-003', severity: 'info', subjects: [{ kind: 'exercise', id: exercise.id }], params: { count } }];
};
