import fc from 'fast-check';
import { toUtf8 } from '#shared/exchange/bytes.ts';
import { canonicalText, parseCanonicalLine } from '#shared/exchange/canonical.ts';
import { canonicalLineEnds } from '#shared/exchange/canonicalScan.ts';

const isSure = (line: string): boolean => canonicalLineEnds(toUtf8(`${line}\n`)) !== undefined;

/** Objects with names of plain ASCII, as every record has; other names are left to the slow way. */
const name = fc
  .stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,11}$/)
  .filter((text) => text !== 'constructor' && text !== 'prototype');
const leaf = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const value = fc.letrec<{ any: unknown; object: Record<string, unknown> }>((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('any'), { maxLength: 4 }), tie('object')),
  object: fc.dictionary(name, tie('any'), { maxKeys: 6, noNullPrototype: true }),
}));

it('is sure of every line that a writer writes of records', () => {
  fc.assert(
    fc.property(fc.array(value.object, { maxLength: 5 }), (objects) => {
      const lines = objects.map((object) => `${canonicalText(object)}\n`);
      const bytes = toUtf8(lines.join(''));
      let at = -1;
      expect(canonicalLineEnds(bytes)).toEqual(lines.map((line) => (at += toUtf8(line).length)));
    }),
    { numRuns: 500 },
  );
});

/** A canonical line with one thing done to it that may or may not leave it canonical. */
const mutated = fc
  .tuple(
    value.object,
    fc.nat(),
    fc.constantFrom('', ...Array.from('{}[]",:\\/ 0129-+.eEaulfn\n\t\u0001é'), '\\u0041', '\\u000a', '\\u0001'),
    fc.nat(2),
  )
  .map(([object, where, put, cut]) => {
    const text = canonicalText(object);
    const at = where % (text.length + 1);
    return text.slice(0, at) + put + text.slice(at + cut);
  });

it('is never sure of a line that the slow way refuses', () => {
  const lines = fc.oneof(
    mutated,
    fc.json(),
    fc.jsonValue().map((json) => JSON.stringify(json)),
  );
  fc.assert(
    fc.property(lines, (line) => {
      fc.pre(line.isWellFormed());
      if (isSure(line)) expect(parseCanonicalLine(line)).toEqual(JSON.parse(line));
    }),
    { numRuns: 5000 },
  );
});

it.each([
  '{"a":1,"a":1}',
  '{"b":1,"a":1}',
  '{"ab":1,"a":1}',
  '{"a":1.0}',
  '{"a":1e2}',
  '{"a":-0}',
  '{"a":01}',
  '{"a":-}',
  '{"a":9007199254740993}',
  '{"a":1e999}',
  '{"a":Infinity}',
  '{"a":"\\u0041"}',
  '{"a":"\\u000A"}',
  '{"a":"\\u0009"}',
  '{"a":"\\/"}',
  '{"a":"\\ud800"}',
  '{"a":"\t"}',
  '{"__proto__":1}',
  '{"a":{"constructor":1}}',
  '{"a":[{"prototype":1}]}',
  '{"a":[1,]}',
  '{"a":tru}',
  '{"a":1}}',
  '{"a":1}{"b":1}',
  '{"a":1},{"b":1}',
  ' {"a":1}',
  '{"a":1} ',
  '{"a":1',
  '[1]',
  '1',
  '',
  '{"a":"x\n"}',
  '{"a":[1\n2]}',
])('is not sure of %j', (line) => {
  expect(isSure(line)).toBe(false);
});

it('gives names that it does not know to the slow way, which takes them', () => {
  for (const line of ['{"é":1}', '{"a\\n":1}']) {
    expect(isSure(line)).toBe(false);
    expect(parseCanonicalLine(line)).toBeDefined();
  }
});

it('has nothing to say of nothing, and refuses lines without an end', () => {
  expect(canonicalLineEnds(toUtf8(''))).toEqual([]);
  expect(canonicalLineEnds(toUtf8('{}'))).toBeUndefined();
  expect(canonicalLineEnds(toUtf8('{}\n{}'))).toBeUndefined();
});

it('goes 64 deep and no deeper, and takes no line above its limit', () => {
  const nested = (depth: number): string => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
  expect(isSure(nested(64))).toBe(true);
  expect(isSure(nested(65))).toBe(false);
  expect(isSure(nested(1_000_000))).toBe(false);
  expect(isSure(`{"a":"${'x'.repeat(4 * 1024 * 1024)}"}`)).toBe(false);
});
