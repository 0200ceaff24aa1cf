import { inForce } from '#shared/plan/agreement/cover.ts';
import type { Agreement } from '#shared/plan/agreement/schema.ts';
import type { Finding } from '#shared/plan/checks/finding.ts';
import { type PlanState, find, live } from '#shared/plan/state.ts';
import type { ResolveTime } from '#shared/plan/times.ts';
import type { EpochMs } from '#shared/time/instant.ts';

type AgreementState = 'unsigned' | 'ahead' | 'inForce' | 'notYet' | 'ended';

export interface AgreementRow {
  readonly agreement: Agreement;
  readonly host: string;
  readonly nations: string;
  readonly state: AgreementState;
  readonly from: EpochMs | undefined;
  readonly until: EpochMs | undefined;
  /** How many findings name it. */
  readonly findings: number;
}

const stateOf = (agreement: Agreement, resolve: ResolveTime, now: EpochMs): AgreementState => {
  const force = inForce(agreement, resolve);
  if (force === undefined) return 'unsigned';
  if ((resolve(agreement.signedOn) ?? 0) > now) return 'ahead';
  if (force.from > now) return 'notYet';
  return force.until < now ? 'ended' : 'inForce';
};

/** The register, one row a paper. @param now what "in force" is measured against. */
export const agreementRows = (
  plan: PlanState,
  resolve: ResolveTime,
  findings: readonly Finding[],
  now: EpochMs,
): readonly AgreementRow[] => {
  const counts = new Map<string, number>();
  for (const { subjects } of findings)
    for (const { kind, id } of subjects) if (kind === 'agreement') counts.set(id, (counts.get(id) ?? 0) + 1);
  const codeOf = (id: string | undefined): string => find(plan, 'participant', id)?.code ?? '';
  return live(plan, 'agreement').map((agreement) => {
    const force = inForce(agreement, resolve);
    const covered = agreement.nations.length > 0 ? agreement.nations : agreement.parties;
    return {
      agreement,
      host: codeOf(agreement.host),
      nations: covered.map(codeOf).filter(Boolean).join(', '),
      state: stateOf(agreement, resolve, now),
      from: force?.from ?? resolve(agreement.inForceFrom),
      until: resolve(agreement.inForceUntil),
      findings: counts.get(agreement.id) ?? 0,
    };
  });
};
