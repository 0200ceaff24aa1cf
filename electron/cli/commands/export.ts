import type { CliContext, Command } from '../context.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import type { CosignerRole } from '#shared/exchange/request.ts';
import { exportBundle } from '../../exchange/bundles.ts';
import { filesOf, listOf, textOf, usage } from '../context.ts';
import { row, say } from '../words.ts';

interface Cosigner {
  readonly kid: string;
  readonly role: CosignerRole;
}

/** The keys of the partners of some nations; a nation with several planners gets it for each of them. */
const keysFor = async ({ partners }: CliContext, nations: readonly string[]): Promise<Result<readonly string[]>> => {
  const known = await partners.list();
  if (!known.ok) return known;
  const kids: string[] = [];
  for (const nation of nations) {
    const found = known.value.filter(
      ({ card, state }) => card.nation === nation && state !== 'revoked' && state !== 'superseded',
    );
    if (found.length === 0) return fail('PARTNER_NATION_UNKNOWN', { nation });
    kids.push(...found.map(({ card }) => card.kid));
  }
  return ok(kids);
};

/** `NOR:release-officer` or a key's beginning; without a role a countersigner. One key each: an office, not a nation, signs. */
const cosignersFor = async ({ partners, options }: CliContext): Promise<Result<readonly Cosigner[]>> => {
  const known = await partners.list();
  if (!known.ok) return known;
  const found: Cosigner[] = [];
  for (const item of listOf(options, 'countersign')) {
    const [wanted = '', role = 'countersigner'] = item.split(':');
    if (role !== 'countersigner' && role !== 'release-officer') return usage();
    const fits = known.value.filter(
      ({ card, state }) =>
        state !== 'revoked' &&
        state !== 'superseded' &&
        (card.nation === wanted || (wanted.length >= 8 && card.kid.startsWith(wanted))),
    );
    const [one, ...more] = fits;
    if (one === undefined) return fail('PARTNER_NATION_UNKNOWN', { nation: wanted });
    if (more.length > 0) return fail('PARTNER_AMBIGUOUS', { nation: wanted });
    found.push({ kid: one.card.kid, role });
  }
  return ok(found);
};

const exportPlan: Command = async (context) => {
  const { options } = context;
  const exerciseId = textOf(options, 'exercise');
  const file = textOf(options, 'out');
  const nations = [...listOf(options, 'to'), ...context.positionals];
  const days = Number(textOf(options, 'expires') ?? '90');
  if (exerciseId === undefined || file === undefined || nations.length === 0) return usage();
  if (!Number.isInteger(days) || days < 1 || days > 730) return usage();
  const to = await keysFor(context, nations);
  if (!to.ok) return to;
  const cosigners = await cosignersFor(context);
  if (!cosigners.ok) return cosigners;
  const order = {
    exerciseId,
    to: to.value,
    encrypt: options['encrypt'] === true,
    expiresInDays: days,
    cosigners: cosigners.value,
    carry: filesOf(options, 'carry'),
  };
  const done = await exportBundle(order, file, context);
  if (!done.ok) return done;
  const { records, held, checkCode, revision, bytes, requested } = done.value;
  const params = { file, revision, count: records, bytes };
  return ok({
    lines: [
      requested ? say('cli.requested', params) : say('cli.exported', params),
      row('checkCode', checkCode),
      row('heldBack', String(held.length)),
    ],
    data: done.value,
  });
};

export const exportCommands = { export: exportPlan } as const;
