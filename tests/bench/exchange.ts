/** Bundles and reviews against the plain cost of the same bytes. */
import { createHash, sign, verify } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { toUtf8 } from '#shared/exchange/bytes.ts';
import { readBundle, readRecords, verifyBundle } from '#shared/exchange/read.ts';
import { sealBundle } from '#shared/exchange/write.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { reviewBundle } from '#shared/plan/merge/review.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import type { Result } from '#shared/result.ts';
import { EXERCISE_ID } from '#tests/support/plans.ts';
import { ALPHA } from '#tests/vectors/players.ts';
import { portsFor } from '#tests/vectors/reader.ts';
import { type Figure, figure, inTurns } from './figures.ts';

const seal = (records: readonly PlanRecord[]): Uint8Array<ArrayBuffer> =>
  sealBundle(
    { records, readme: 'A large bundle.\n' },
    {
      exerciseId: EXERCISE_ID,
      revision: 1,
      previous: null,
      issuedAt: '2027-01-10T11:00:00Z',
      expiresAt: '2027-04-10T11:00:00Z',
      label: { policy: 'EXERCISE', classification: 'UNCLASSIFIED', releasableTo: [] },
      confidentiality: 'clear',
      signers: [{ kid: ALPHA.kid, role: 'originator' }],
      audience: [],
      knowledge: {},
      audit: { sequence: 0, head: '0'.repeat(64) },
      ext: {},
    },
    [ALPHA.signer],
    nodeCrypto,
  ).bytes;

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** Writes and reads beside the plain cost of the same bytes: as JSON text, SHA-256 and Ed25519, in the same run. */
export const benchExchange = async (records: readonly PlanRecord[]): Promise<readonly Figure[]> => {
  const text = toUtf8(JSON.stringify(records));
  const signature = sign(null, digest(text), ALPHA.key);
  const exported = await inTurns(
    () => seal(records),
    () => sign(null, digest(toUtf8(JSON.stringify(records))), ALPHA.key),
  );
  const bundle = seal(records);
  const ports = await portsFor();
  const plain = (): void => {
    if (!verify(null, digest(text), ALPHA.key, signature)) throw new Error('the plain signature does not hold');
    JSON.parse(Buffer.from(text).toString('utf8'));
  };
  const checked = must(await verifyBundle(bundle, ports));
  const verified = await inTurns(async () => must(await verifyBundle(bundle, ports)), plain);
  const validated = await inTurns(() => must(readRecords(checked)), plain);
  const opened = await inTurns(async () => must(await readBundle(bundle, ports)), plain);
  const against = '(against Ed25519, SHA-256, JSON parse)';
  return [
    figure(`export: seal ${records.length} records (against JSON text, SHA-256, Ed25519)`, ...exported),
    figure(`verify: container, signatures, dates, digests ${against}`, ...verified),
    figure(`validate: canonical lines, records, schemas ${against}`, ...validated),
    figure(`import: both together ${against}`, ...opened),
  ];
};

/** A tenth of the records changed by their owner. */
const changedBy = (records: readonly PlanRecord[]): readonly PlanRecord[] =>
  records.map((record, index) =>
    record.kind === 'activity' && index % 10 === 0
      ? { ...record, title: `${record.title} (moved)`, stamps: { title: '0000000zz.0001.nor1' } }
      : structuredClone(record),
  );

export const benchReview = async (records: readonly PlanRecord[]): Promise<readonly Figure[]> => {
  const plan = planOf(records);
  const sent = changedBy(records);
  const myKnowledge = knowledgeOf(plan);
  const bundle = { originator: 'NOR', records: sent, knowledge: {} };
  const both = await inTurns(
    () => reviewBundle({ plan, me: 'POL', myKnowledge, bundle }),
    () => records.filter((record, index) => isDeepStrictEqual(record, sent[index])).length,
  );
  return [figure(`review: compare ${records.length} records (against a deep equality of each pair)`, ...both)];
};
