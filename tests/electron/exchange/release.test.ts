/** What a nation's file holds, byte by byte: nothing of what that nation may not have. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { exportBundle } from '#electron/exchange/bundles.ts';
import { openKeys } from '#electron/keys/identity.ts';
import { openPartners } from '#electron/keys/partners.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { writeCard } from '#shared/exchange/card.ts';
import type { Label } from '#shared/label/label.ts';
import { RELEASABLE_KINDS } from '#shared/plan/profile/schema.ts';
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import { creation, stampAt, stepOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { ALPHA, BRAVO, cardOf, NOW } from '#tests/vectors/players.ts';
import { must } from '../../shared/plan/merge/world.ts';

const root = mkdtempSync(path.join(tmpdir(), 'entente-release-'));
let vault: VaultPort;
let runs = 0;
beforeAll(() => {
  vault = must(openVault(root));
});
afterAll(async () => {
  await vault.close();
  rmSync(root, { recursive: true, force: true });
});

/** Identifiers that no other plan of this test has, so that what leaks from anywhere is noticed. */
const idOf = (n: number): string =>
  `019${runs.toString(16).padStart(5, '0')}-${n.toString(16).padStart(4, '0')}-7abc-8def-0123456789ab`;
const NATIONS = ['ALP', 'BRA'] as const;

interface Spec {
  readonly label: readonly string[] | undefined;
  readonly deleted: boolean;
  readonly participant: number;
  readonly parent: number;
  readonly foreign: boolean;
}

interface World {
  readonly exerciseLabel: readonly string[];
  readonly participants: readonly Spec[];
  readonly units: readonly Spec[];
  readonly activities: readonly Spec[];
  readonly movements: readonly Spec[];
  readonly kinds: readonly (typeof RELEASABLE_KINDS)[number][];
  readonly fields: readonly string[];
  readonly only: number | undefined;
}

const nations = fc.subarray([...NATIONS]);
const spec: fc.Arbitrary<Spec> = fc.record({
  label: fc.option(nations, { nil: undefined }),
  deleted: fc.boolean(),
  participant: fc.nat(2),
  parent: fc.nat(4),
  foreign: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});
const specs = (count: number) => fc.array(spec, { minLength: count, maxLength: count });
const world: fc.Arbitrary<World> = fc.record({
  exerciseLabel: nations,
  participants: specs(3),
  units: specs(5),
  activities: specs(4),
  movements: specs(3),
  kinds: fc.subarray([...RELEASABLE_KINDS], { minLength: 4 }),
  fields: fc.subarray(['personnel', 'shortName', 'remarks', 'homeStation', 'responsible', 'name', 'aim', 'nickname']),
  only: fc.option(fc.nat(2), { nil: undefined }),
});

const relTo = (codes: readonly string[], caveat: string): Label => ({
  policy: 'EXERCISE',
  classification: 'UNCLASSIFIED',
  releasableTo: [...codes],
  caveat,
});

/** A word that stands nowhere else: it says whose it is and in which field. */
const word = (what: string, field: string): string => `zq${runs}-${what}-${field}-qz`;

const withSpec = <R extends PlanRecord>(record: R, { label, deleted, foreign }: Spec, what: string): R => ({
  ...record,
  ...(label === undefined ? {} : { label: relTo(label, word(what, 'caveat')) }),
  ...(deleted ? { deleted: true as const } : {}),
  ...(foreign ? { owner: 'BRA', stamp: '0mywpiww2.0000.bravo' } : {}),
});

const recordsOf = (w: World): readonly PlanRecord[] => {
  const at = (kind: number, n: number): string => idOf(kind * 256 + n);
  const exercise = {
    id: idOf(1),
    kind: 'exercise',
    owner: 'NOR',
    stamp: stampAt(1),
    label: relTo(w.exerciseLabel, word('exercise', 'caveat')),
    name: word('exercise', 'name'),
    aim: word('exercise', 'aim'),
    nickname: word('exercise', 'nickname'),
    types: [],
    objectives: [],
    zone: 'UTC',
  } as RecordOf<'exercise'>;
  const participants = w.participants.map((each, n) =>
    withSpec(
      {
        ...participantRecord(1, `P${n}P`, word(`participant${n}`, 'title'), {
          remarks: word(`participant${n}`, 'remarks'),
        }),
        id: at(2, n),
      },
      each,
      `participant${n}`,
    ),
  );
  const units = w.units.map((each, n) =>
    withSpec(
      {
        ...unitRecord(1, word(`unit${n}`, 'title'), at(2, each.participant)),
        id: at(3, n),
        // Only earlier units: no rings.
        ...(each.parent < n ? { parent: at(3, each.parent) } : {}),
        shortName: word(`unit${n}`, 'shortName'),
        homeStation: word(`unit${n}`, 'homeStation'),
        remarks: word(`unit${n}`, 'remarks'),
      },
      each,
      `unit${n}`,
    ),
  );
  const activities = w.activities.map((each, n) =>
    withSpec(
      {
        ...activityRecord(1, word(`activity${n}`, 'title'), {
          participants: [at(2, each.participant)],
          units: [at(3, each.parent)],
        }),
        id: at(4, n),
        ...(each.parent < n ? { phase: at(4, each.parent) } : {}),
        responsible: word(`activity${n}`, 'responsible'),
      },
      each,
      `activity${n}`,
    ),
  );
  const movements = w.movements.map((each, n) =>
    withSpec(
      {
        ...movementRecord(1, word(`movement${n}`, 'title'), at(2, each.participant), {
          units: [at(3, each.parent)],
          name: word(`movement${n}`, 'name'),
        }),
        id: at(5, n),
      },
      each,
      `movement${n}`,
    ),
  );
  const link = {
    id: at(6, 0),
    kind: 'dependency',
    owner: 'NOR',
    stamp: stampAt(1),
    from: at(4, 0),
    to: at(4, 1),
    type: 'FS',
    lagMinutes: 0,
  } as const;
  const profile = {
    id: at(7, 0),
    kind: 'profile',
    owner: 'NOR',
    stamp: stampAt(1),
    nation: 'ALP',
    name: word('profile', 'name'),
    kinds: [...w.kinds],
    withheldFields: RELEASABLE_KINDS.flatMap((kind) => w.fields.map((field) => ({ kind, field }))),
    ...(w.only === undefined ? {} : { participants: [at(2, w.only)] }),
  } as RecordOf<'profile'>;
  return [exercise, ...participants, ...units, ...activities, ...movements, link, profile];
};

/** The rule in its plainest words, written without the product's code: may this nation have that record? */
const labelled = (record: PlanRecord, all: ReadonlyMap<string, PlanRecord>): readonly string[] => {
  const seen = new Set<string>();
  for (let at: PlanRecord | undefined = record; at !== undefined && !seen.has(at.id); ) {
    seen.add(at.id);
    if (at.label !== undefined) return at.label.releasableTo;
    const { parent, phase, participant, from } = at as {
      parent?: string;
      phase?: string;
      participant?: string;
      from?: string;
    };
    const next: string | undefined = parent ?? phase ?? (at.kind === 'activity' ? undefined : participant) ?? from;
    at = next === undefined ? [...all.values()].find(({ kind }) => kind === 'exercise') : all.get(next);
  }
  return [];
};

const mayHave = (record: PlanRecord, nation: string, w: World, all: ReadonlyMap<string, PlanRecord>): boolean => {
  const list = labelled(record, all);
  if (record.kind === 'profile' || record.owner !== 'NOR' || !(list.length === 0 || list.includes(nation)))
    return false;
  if (record.kind === 'dependency' && [record.from, record.to].some((id) => !mayKnow(all.get(id), nation, w, all)))
    return false;
  return mayKnow(record, nation, w, all);
};

/** The same without regard to whose the record is: an identifier of another owner's is no secret of ours. */
const mayKnow = (
  record: PlanRecord | undefined,
  nation: string,
  w: World,
  all: ReadonlyMap<string, PlanRecord>,
): boolean => {
  if (record === undefined) return true;
  const list = labelled(record, all);
  if (list.length > 0 && !list.includes(nation)) return false;
  if (nation !== 'ALP') return true;
  if (!w.kinds.includes(record.kind as never)) return false;
  const only = w.only === undefined ? undefined : idOf(2 * 256 + w.only);
  if (only === undefined) return true;
  const { participant, participants } = record as { participant?: string; participants?: readonly string[] };
  const belongs =
    record.kind === 'participant' ? [record.id] : (participants ?? (participant === undefined ? [] : [participant]));
  return belongs.length === 0 || belongs.includes(only);
};

const stringsOf = function* (value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* stringsOf(item);
};

const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  exercise: ['aim', 'nickname'],
  participant: ['remarks'],
  unit: ['shortName', 'homeStation', 'remarks'],
  activity: ['responsible'],
  movement: ['name'],
};

/** Every string that this nation's file must not hold. */
const secretsOf = (records: readonly PlanRecord[], nation: string, w: World): readonly string[] => {
  const all = new Map(records.map((record) => [record.id, record]));
  const shared = new Set(['NOR', 'BRA', 'UTC', 'EXERCISE', 'UNCLASSIFIED']);
  const own = new Set<string>();
  const secrets = new Set<string>();
  for (const record of records) {
    const visible = mayHave(record, nation, w, all) && record.deleted !== true;
    const { id, stamp: _stamp, kind, owner: _owner, ...content } = record;
    const left = nation === 'ALP' ? w.fields.filter((field) => OPTIONAL[kind]?.includes(field) === true) : [];
    for (const [field, value] of Object.entries(content)) {
      for (const text of stringsOf(value)) {
        if (!text.startsWith('zq')) continue;
        if (visible && !left.includes(field)) own.add(text);
        else secrets.add(text);
      }
    }
    if (!mayKnow(record, nation, w, all) && kind !== 'exercise') secrets.add(id);
  }
  // A label that is inherited is written out with the record that inherits it, caveat and all.
  for (const record of records)
    if (mayHave(record, nation, w, all)) for (const text of stringsOf(record.label)) own.add(text);
  return [...secrets].filter((text) => !shared.has(text) && !own.has(text) && !/-caveat-/.test(text));
};

const bundleFor = async (
  records: readonly PlanRecord[],
  player: typeof ALPHA,
  nation: string,
): Promise<string | undefined> => {
  must(await vault.append(stepOf(records.map(creation), { exerciseId: idOf(1), author: 'tester' })));
  const clock = () => NOW;
  const keys = openKeys(vault, root, clock);
  if (must(await keys.show()) === null) must(await keys.create('NOR', 'Planner of Norway'));
  const partners = openPartners(vault, clock);
  must(await partners.add(writeCard(await cardOf(player, { nation }), player.signer), undefined));
  const file = path.join(root, `for-${nation}-${runs}.entente`);
  const order = { exerciseId: idOf(1), to: [player.kid], encrypt: false, expiresInDays: 90 };
  const done = await exportBundle(order, file, { vault, keys, partners, clock });
  if (done.ok) return readFileSync(file).toString('latin1');
  expect(done.error.code).toBe('NOTHING_TO_EXPORT');
  return undefined;
};

test('no string of a record or field that a nation may not have stands anywhere in that nation’s file', async () => {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(world, fc.boolean(), async (w, toAlpha) => {
      runs += 1;
      const nation = toAlpha ? 'ALP' : 'BRA';
      const records = recordsOf(w);
      const bytes = await bundleFor(records, toAlpha ? ALPHA : BRAVO, nation);
      if (bytes === undefined) return;
      // Sections are stored and payloads are base64url: both are searched as they can be read.
      const payload = /"payload":"([A-Za-z0-9_-]+)"/.exec(bytes)?.[1] ?? '';
      const readable = bytes + Buffer.from(payload, 'base64url').toString('latin1');
      const secrets = secretsOf(records, nation, w);
      held += secrets.length;
      expect(secrets.filter((text) => readable.includes(text))).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(held).toBeGreaterThan(100);
});

test('and what it may have is there', async () => {
  runs += 1;
  const all: Spec = { label: undefined, deleted: false, participant: 0, parent: 9, foreign: false };
  const w: World = {
    exerciseLabel: [],
    participants: [all, all, all],
    units: [all, all, all, all, all],
    activities: [all, all, all, all],
    movements: [all, all, all],
    kinds: [...RELEASABLE_KINDS],
    fields: [],
    only: undefined,
  };
  const records = recordsOf(w);
  const bytes = await bundleFor(records, ALPHA, 'ALP');
  expect(secretsOf(records, 'ALP', w)).toEqual([word('profile', 'name'), idOf(7 * 256)]);
  for (const record of records.filter(({ kind }) => kind !== 'profile')) expect(bytes).toContain(record.id);
});
