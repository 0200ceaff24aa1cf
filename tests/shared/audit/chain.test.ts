import fc from 'fast-check';
import {
  type AuditEntry,
  auditVerifier,
  GENESIS,
  type HashedEntry,
  judgeWitness,
  nextHash,
} from '#shared/audit/chain.ts';

const chainOf = (data: readonly Readonly<Record<string, unknown>>[]): readonly HashedEntry[] => {
  let head = GENESIS;
  return data.map((each, index) => {
    const entry: AuditEntry = { seq: index + 1, at: index * 1000, code: 'CODE', data: each };
    head = nextHash(head, entry);
    return { ...entry, hash: head };
  });
};

const verify = (entries: readonly unknown[], wanted: readonly number[] = []) => {
  const verifier = auditVerifier(new Set(wanted));
  for (const entry of entries) verifier.push(entry);
  return verifier;
};

const logs = fc
  .array(fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.oneof(fc.string(), fc.integer(), fc.boolean())), {
    minLength: 3,
    maxLength: 20,
  })
  .map(chainOf);

test('a log as it was written is whole', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const verifier = verify(log);
      expect(verifier.fault()).toBeUndefined();
      expect(verifier.head()).toEqual({ sequence: log.length, head: log.at(-1)?.hash });
    }),
  );
});

test('a changed entry, a missing one, two that changed places and one that was put in are named, the first bad one first', () => {
  fc.assert(
    fc.property(logs, fc.nat(), fc.constantFrom('change', 'cut', 'swap', 'again', 'shape'), (log, place, what) => {
      const at = place % (log.length - 1);
      const entry = log[at] as HashedEntry;
      const next = log[at + 1] as HashedEntry;
      const broken: Record<typeof what, readonly unknown[]> = {
        change: log.with(at, { ...entry, at: entry.at + 1 }),
        cut: log.toSpliced(at, 1),
        swap: log.with(at, next).with(at + 1, entry),
        again: log.toSpliced(at + 1, 0, entry),
        shape: [...log.slice(0, at), { ...entry, more: 1 }, ...log.slice(at + 1)],
      };
      const expected = {
        change: { code: 'AUDIT_CHANGED', seq: at + 1 },
        cut: { code: 'AUDIT_MISSING', seq: at + 1 },
        swap: { code: 'AUDIT_ORDER', seq: at + 1 },
        again: { code: 'AUDIT_ORDER', seq: at + 1 },
        shape: { code: 'AUDIT_SHAPE', seq: at + 1 },
      };
      expect(verify(broken[what]).fault()).toEqual(expected[what]);
    }),
  );
});

test('a log that was written anew from some entry on is whole, and a witness shows it', () => {
  fc.assert(
    fc.property(logs, fc.nat(), fc.nat(), (log, place, seen) => {
      const at = place % log.length;
      const forged = chainOf(log.map(({ data }, index) => (index === at ? { ...data, forged: true } : data)));
      const sequence = (seen % log.length) + 1;
      const witness = { sequence, head: log[sequence - 1]?.hash ?? '' };
      const verifier = verify(forged, [sequence]);
      expect(verifier.fault()).toBeUndefined();
      expect(judgeWitness(verifier, witness)).toBe(sequence > at ? 'AUDIT_REWRITTEN' : undefined);
      expect(judgeWitness(verify(log, [sequence]), witness)).toBeUndefined();
      expect(judgeWitness(verify(log.slice(0, sequence - 1), [sequence]), witness)).toBe('AUDIT_CUT');
    }),
  );
});

test('an empty log agrees with who saw it empty', () => {
  expect(judgeWitness(verify([]), { sequence: 0, head: GENESIS })).toBeUndefined();
});

test('a log of which the end is missing is named where it stops, unless something before is wrong', () => {
  fc.assert(
    fc.property(logs, fc.nat(), (log, place) => {
      const kept = place % log.length;
      const short = verify(log.slice(0, kept));
      short.endAt(log.length);
      expect(short.fault()).toEqual({ code: 'AUDIT_MISSING', seq: kept + 1 });
      const whole = verify(log);
      whole.endAt(log.length);
      expect(whole.fault()).toBeUndefined();
      const broken = verify(log.slice(1, kept + 1));
      broken.endAt(log.length);
      expect(broken.fault()).toEqual({ code: 'AUDIT_MISSING', seq: 1 });
    }),
  );
});
