/** Partners, what was sent, what would leave, and the log, as tables: the same from the window and the command line. */
import type { HashedEntry } from '../../audit/chain.ts';
import { auditSentence } from '../../audit/sentence.ts';
import type { SentBundle } from '../../contract/cosign.ts';
import type { Partner } from '../../contract/exchange.ts';
import type { ExerciseSummary } from '../../contract/vault.ts';
import type { Scope } from '../../exchange/scope.ts';
import type { Word } from '../../messages/word.ts';
import type { ReleaseRow } from '../../plan/release/rows.ts';
import { parseInstant } from '../../time/instant.ts';
import { type NamedTable, sheetOf } from './named.ts';

const timeOf = (instant: string): number | undefined => {
  const parsed = parseInstant(instant);
  return parsed.ok ? parsed.value : undefined;
};

/** What a key is accepted for, in words. */
const scopeWords = (scope: Scope, word: Word): string =>
  (['plans', 'countersign', 'release'] as const)
    .filter((name) => scope[name])
    .map((name) => word(`trust.scopes.${name}`))
    .join(', ') || word('exchange.acceptedForNothing');

/** The partners of a data folder. Marked by the exercises that it names. @param exerciseName of one that is known here */
export const partnersTable = (
  partners: readonly Partner[],
  word: Word,
  exerciseName: (id: string) => string | undefined,
): NamedTable => ({
  table: sheetOf(word('exchange.partners'), partners, [
    [word('exchange.column.nation'), 'text', ({ nation }) => nation],
    [word('exchange.column.name'), 'text', ({ name }) => name],
    [word('exchange.column.state'), 'text', ({ state }) => word(`exchange.state.${state}`)],
    [word('exchange.column.scope'), 'text', ({ scope }) => scopeWords(scope, word)],
    [
      word('exchange.column.exercises'),
      'text',
      ({ scope: { exercises } }) => exercises?.map((id) => exerciseName(id) ?? id).join('; ') ?? word('exchange.inAll'),
    ],
    [word('exchange.column.validUntil'), 'time', ({ validUntil }) => timeOf(validUntil)],
    [word('exchange.column.fingerprint'), 'text', ({ fingerprint }) => fingerprint],
    [word('exchange.column.words'), 'text', ({ words }) => words.join(' ')],
    [word('exchange.column.kid'), 'text', ({ kid }) => kid],
  ]),
  ids: [...new Set(partners.flatMap(({ scope: { exercises = [] } }) => exercises))],
});

interface SentRow {
  readonly bundle: SentBundle;
  readonly receipt?: SentBundle['receipts'][number];
}

/** What left of an exercise: a row for each who confirmed it, or one that says that nobody has yet. */
export const sentTable = (sent: readonly SentBundle[], exerciseId: string, word: Word): NamedTable => {
  const rows = sent.flatMap((bundle): readonly SentRow[] =>
    bundle.receipts.length === 0 ? [{ bundle }] : bundle.receipts.map((receipt) => ({ bundle, receipt })),
  );
  const table = sheetOf(word('cosign.sent'), rows, [
    [word('cosign.column.revision'), 'number', ({ bundle }) => bundle.revision],
    [word('cosign.column.at'), 'time', ({ bundle }) => bundle.at],
    [word('cosign.column.what'), 'text', ({ bundle }) => word(bundle.requested ? 'cosign.request' : 'cosign.bundle')],
    [word('cosign.column.file'), 'text', ({ bundle }) => bundle.file],
    [word('cosign.column.to'), 'text', ({ bundle }) => bundle.to.join('; ') || word('cosign.whoever')],
    [word('cosign.column.from'), 'text', ({ receipt }) => receipt?.from ?? word('cosign.noReceipt')],
    [word('cosign.column.receivedAt'), 'time', ({ receipt }) => receipt && timeOf(receipt.receivedAt)],
    [word('cosign.column.taken'), 'number', ({ receipt }) => receipt?.taken],
  ]);
  return { table, ids: [exerciseId] };
};

/** What becomes of a record at a release, in words. */
export const outcomeOf = ({ stays, changes }: ReleaseRow, word: Word): string => {
  if (stays !== undefined) return stays === 'FOREIGN' ? word('release.foreign') : word(`exchange.reason.${stays}`);
  return changes === 0 ? word('release.whole') : word('release.changedBy', { count: changes });
};

/** The release officer's record. Marked as the full plan is: the names of what stays here are in it. */
export const releaseTable = (rows: readonly ReleaseRow[], to: string, word: Word): NamedTable => ({
  table: sheetOf(word('release.title', { to }), rows, [
    [word('release.column.kind'), 'text', ({ record }) => word(`app.kind.${record.kind}`)],
    [word('release.column.title'), 'text', ({ title }) => title],
    [word('release.column.owner'), 'text', ({ record }) => record.owner],
    [word('release.column.outcome'), 'text', (row) => outcomeOf(row, word)],
  ]),
  ids: rows.map(({ record }) => record.id),
});

/** Entries of the log. They tell of several exercises: the strictest of these marks them. */
export const auditTable = (entries: readonly HashedEntry[], word: Word): NamedTable => ({
  table: sheetOf(word('audit.title'), entries, [
    [word('audit.column.number'), 'number', ({ seq }) => seq],
    [word('audit.column.when'), 'time', ({ at }) => at],
    [word('audit.column.what'), 'text', (entry) => auditSentence(entry, word)],
    [word('audit.column.code'), 'text', ({ code }) => code],
    [word('audit.column.data'), 'text', ({ data }) => JSON.stringify(data)],
    [word('audit.column.hash'), 'text', ({ hash }) => hash],
  ]),
  ids: [
    ...new Set(entries.flatMap(({ data: { exerciseId } }) => (typeof exerciseId === 'string' ? [exerciseId] : []))),
  ],
});

/** The exercises of a data folder, deleted ones aside. */
export const exercisesTable = (exercises: readonly ExerciseSummary[], word: Word): NamedTable => {
  const shown = exercises.filter(({ deleted }) => !deleted);
  const column = (name: string): string => word(`exercises.column.${name}`);
  return {
    table: sheetOf(word('exercises.title'), shown, [
      [column('name'), 'text', ({ name }) => name],
      [column('nickname'), 'text', ({ nickname }) => nickname],
      [column('start'), 'time', ({ start }) => start && timeOf(start)],
      [column('end'), 'time', ({ end }) => end && timeOf(end)],
      [column('host'), 'text', ({ hostNation }) => hostNation],
      [column('types'), 'text', ({ types }) => types?.join(', ')],
      [column('state'), 'text', ({ archived }) => word(`exercises.state.${archived ? 'archived' : 'active'}`)],
      [column('changed'), 'time', ({ updatedAt }) => updatedAt],
    ]),
    ids: shown.map(({ id }) => id),
  };
};
