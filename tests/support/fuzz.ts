/**
 * Inputs that were right and are spoilt, byte by byte or in their structure. The same seed gives the same inputs:
 * ENTENTE_FUZZ_SEED sets it, ENTENTE_FUZZ_SECONDS says how long each part goes on.
 */
export interface Dice {
  /** A whole number from 0 to below. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
}

/** Numbers that look random and are not (Park and Miller's generator). */
export const diceOf = (seed: number): Dice => {
  let state = (seed % 2_147_483_646) + 1;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return limit <= 0 ? 0 : state % limit;
  };
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
  };
};

export const FUZZ_SEED = Number(process.env['ENTENTE_FUZZ_SEED'] ?? '20270110');
const SECONDS = Number(process.env['ENTENTE_FUZZ_SECONDS'] ?? '2');

/** Calls `once` with fresh dice until time is up. A red one names the seed and the round that made it so. */
export const fuzz = async (what: string, once: (dice: Dice) => unknown): Promise<number> => {
  const end = performance.now() + SECONDS * 1000;
  let round = 0;
  for (; performance.now() < end; round += 1) {
    try {
      await once(diceOf(FUZZ_SEED + round * 7919));
    } catch (error) {
      throw new Error(`${what}: seed ${FUZZ_SEED}, round ${round}: ${String(error)}`, { cause: error });
    }
  }
  console.info(`fuzz: ${what}: seed ${FUZZ_SEED}, ${round} rounds`);
  return round;
};

/** How long a test of one part may take. */
export const FUZZ_TIMEOUT = 30_000 + SECONDS * 2000;

const piece = (bytes: Buffer, dice: Dice, most = 64): Buffer => {
  const at = dice.below(bytes.length);
  return bytes.subarray(at, at + 1 + dice.below(most));
};

/** One thing done to bytes: a bit, a byte, a piece taken out, doubled or brought from elsewhere, or an end cut off. */
const spoilOnce = (bytes: Buffer, others: readonly Uint8Array[], dice: Dice): Buffer => {
  const at = dice.below(bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (dice.below(7)) {
    case 0:
    case 1: {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[at] = (changed[at] ?? 0) ^ (1 << dice.below(8));
      return changed;
    }
    case 2:
      return Buffer.concat([before, Buffer.from([dice.below(256)]), after.subarray(1)]);
    case 3:
      return Buffer.concat([before, after.subarray(1 + dice.below(32))]);
    case 4:
      return Buffer.concat([before, piece(bytes, dice), after]);
    case 5:
      return Buffer.concat([before, piece(Buffer.from(dice.pick(others)), dice, 2000), after]);
    default:
      return Buffer.from(before);
  }
};

export const spoilBytes = (bytes: Uint8Array, others: readonly Uint8Array[], dice: Dice): Buffer => {
  let spoilt: Buffer = Buffer.from(bytes);
  for (let times = 1 + dice.below(4); times > 0; times -= 1) spoilt = spoilOnce(spoilt, others, dice);
  return spoilt;
};

const JUNK: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  2 ** 53,
  '',
  'x',
  '\u0000',
  '\ud800',
  '😀'.repeat(40),
  'x'.repeat(5000),
  '2027-02-30T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '../../etc/passwd',
  '__proto__',
  [],
  {},
  [[[[]]]],
  Array.from({ length: 300 }, (_, n) => n),
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { constructor: { prototype: {} } },
];

const NAMES = ['id', 'kind', 'x', '', '__proto__', 'constructor', 'toString', 'length', '0'];

const members = (value: object): string[] => Object.keys(value);

const withMember = (value: object, name: string, item: unknown): unknown => {
  if (Array.isArray(value)) return value.map((old: unknown, index) => (String(index) === name ? item : old));
  return Object.fromEntries([...Object.entries(value).filter(([key]) => key !== name), [name, item]]);
};

/** One thing done to a value somewhere in it: replaced, left out, doubled, or given a member more. */
export const spoilJson = (value: unknown, dice: Dice): unknown => {
  if (typeof value !== 'object' || value === null || dice.below(8) === 0) return dice.pick(JUNK);
  const names = members(value);
  if (names.length === 0 || dice.below(6) === 0) {
    if (Array.isArray(value)) return [...(value as unknown[]), dice.pick(JUNK)];
    return withMember(value, dice.pick(NAMES), dice.pick(JUNK));
  }
  const name = dice.pick(names);
  if (dice.below(6) === 0) {
    if (Array.isArray(value)) {
      const items = value as unknown[];
      return dice.below(2) === 0 ? items.filter((_, index) => String(index) !== name) : [...items, ...items];
    }
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  }
  return withMember(value, name, spoilJson((value as Readonly<Record<string, unknown>>)[name], dice));
};
