import type { CliContext, Command } from '../context.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { exportBundle } from '../../exchange/bundles.ts';
import { listOf, textOf, usage } from '../context.ts';

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
  const order = { exerciseId, to: to.value, encrypt: options['encrypt'] === true, expiresInDays: days };
  const done = await exportBundle(order, file, context);
  if (!done.ok) return done;
  const { records, held, checkCode, revision, bytes } = done.value;
  return ok({
    lines: [
      `${file}: revision ${revision}, ${records} records, ${bytes} bytes`,
      `check code   ${checkCode}`,
      `held back    ${held.length}`,
    ],
    data: done.value,
  });
};

export const exportCommands = { export: exportPlan } as const;
