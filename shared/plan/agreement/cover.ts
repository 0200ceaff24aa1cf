/** What an agreement covers. */
import type { EpochMs } from '../../time/instant.ts';
import type { Participant } from '../participant/schema.ts';
import { type PlanState, find, live } from '../state.ts';
import { type ResolveTime, timeResolver } from '../times.ts';
import { type Nations, type Presence, nationsOf } from './presence.ts';
import type { Agreement } from './schema.ts';

export interface Force {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

/** When an agreement is in force; undefined while it is not signed. */
export const inForce = (
  { signedOn, inForceFrom, inForceUntil }: Agreement,
  resolve: ResolveTime,
): Force | undefined => {
  const signed = resolve(signedOn);
  if (signed === undefined) return undefined;
  const from = resolve(inForceFrom) ?? signed;
  return { from: Math.max(from, signed), until: resolve(inForceUntil) ?? Number.POSITIVE_INFINITY };
};

export interface Covers {
  /** It names host, sender and task, whatever the date. */
  readonly concerns: (presence: Presence) => boolean;
  readonly force: Force | undefined;
  readonly agreement: Agreement;
}

const covers = (agreement: Agreement, plan: PlanState, nations: Nations, resolve: ResolveTime): Covers => {
  const named = (agreement.nations.length > 0 ? agreement.nations : agreement.parties).flatMap(
    (id): readonly Participant[] => {
      const participant = find(plan, 'participant', id);
      return participant === undefined ? [] : [participant];
    },
  );
  return {
    agreement,
    force: inForce(agreement, resolve),
    concerns: ({ host, sender, task }) =>
      agreement.host === host.id &&
      (agreement.covers.length === 0 || agreement.covers.includes(task)) &&
      named.some((each) => nations.isSameState(each, sender)),
  };
};

/** What the agreements of a plan cover. */
export const coversOf = (plan: PlanState, resolve: ResolveTime = timeResolver(plan)): readonly Covers[] => {
  const nations = nationsOf(plan);
  return live(plan, 'agreement').map((agreement) => covers(agreement, plan, nations, resolve));
};

/** Whether it is in force for the whole of a presence. */
export const isInForceFor = ({ force }: Covers, { span }: Presence): boolean =>
  force !== undefined && force.from <= span.start && force.until >= span.end;
