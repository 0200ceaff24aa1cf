/** What can be asked of a bundle without taking it in: is it genuine, and what is in it. */
import { readCard } from '#shared/exchange/card.ts';
import { KINDS } from '#shared/plan/records.ts';
import { titleOf } from '#shared/plan/title.ts';
import { type Result, ok } from '#shared/result.ts';
import { type OpenBundle, openBundle } from '../../exchange/bundles.ts';
import { nodeCrypto } from '../../exchange/crypto.ts';
import { readForeignFile } from '../../exchange/readFile.ts';
import { type CliContext, type Command, textOf, usage } from '../context.ts';
import { kindColumn, type Line, row, say } from '../words.ts';
import { manifestRows } from '../manifestRows.ts';

interface Opened {
  readonly bundle: OpenBundle;
  readonly from: string;
  /** The same for people. */
  readonly maker: Line;
}

/** Opens the named bundle; `--card` trusts one more card for this call, and for nothing else. */
const open = async (context: CliContext, file: string): Promise<Result<Opened>> => {
  const bytes = await readForeignFile(file);
  if (!bytes.ok) return bytes;
  const stored = await context.partners.list();
  if (!stored.ok) return stored;
  let known = stored.value;
  const cardFile = textOf(context.options, 'card');
  if (cardFile !== undefined) {
    const cardBytes = await readForeignFile(cardFile);
    if (!cardBytes.ok) return cardBytes;
    const card = readCard(cardBytes.value, context.clock(), nodeCrypto);
    if (!card.ok) return card;
    known = [...known, { card: card.value, state: 'unverified' }];
  }
  const partners = { ...context.partners, list: () => Promise.resolve(ok(known)) };
  const bundle = await openBundle(bytes.value, { ...context, partners });
  if (!bundle.ok) return bundle;
  const partner = known.find(({ card }) => card.kid === bundle.value.originator);
  const trust = partner === undefined ? 'yourself' : partner.state;
  const who = `${partner?.card.nation ?? ''} ${partner?.card.name ?? ''}`.trim();
  return ok({
    bundle: bundle.value,
    from: `${who} (${trust})`.trim(),
    maker: partner === undefined ? say('cli.yourself') : [`${who} (`, say(`exchange.state.${partner.state}`), ')'],
  });
};

const summary = ({ bundle, maker }: Opened): readonly Line[] => [
  row('genuine', say('cli.signedBy', { from: maker })),
  ...manifestRows(bundle),
  row('standing', say(`exchange.standing.${bundle.standing}`)),
  ...(bundle.theirLog === null ? [] : [row('theirLog', say(`relay.log.${bundle.theirLog}`))]),
  ...(bundle.attachments.length === 0
    ? []
    : [row('carries', say('cli.carries', { count: bundle.attachments.length }))]),
];

const counts = ({ records }: Pick<OpenBundle, 'records'>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    KINDS.map((kind) => [kind, records.filter((record) => record.kind === kind).length] as const).filter(
      ([, count]) => count > 0,
    ),
  );

const dataOf = ({ bundle, from }: Opened) => {
  const { manifest, manifestHash, checkCode, originator, encrypted, standing, theirLog, attachments } = bundle;
  const carried = attachments.map(({ name }) => name);
  return {
    from,
    originator,
    encrypted,
    standing,
    theirLog,
    carried,
    checkCode,
    manifestHash,
    manifest,
    records: counts(bundle),
  };
};

const verify: Command = async (context) => {
  const [file] = context.positionals;
  if (file === undefined) return usage();
  const opened = await open(context, file);
  return opened.ok ? ok({ lines: summary(opened.value), data: dataOf(opened.value) }) : opened;
};

const inspect: Command = async (context) => {
  const [file] = context.positionals;
  if (file === undefined) return usage();
  const opened = await open(context, file);
  if (!opened.ok) return opened;
  const { records } = opened.value.bundle;
  const lines = records.map(
    (record): Line => [
      kindColumn(record.kind),
      ` ${record.owner.padEnd(6)} ${titleOf(record)}`,
      ...(record.deleted === true ? ['  (', say('cli.deleted'), ')'] : []),
    ],
  );
  return ok({ lines: [...summary(opened.value), '', ...lines], data: { ...dataOf(opened.value), content: records } });
};

export const bundleCommands = { verify, inspect } as const;
