import fc from 'fast-check';
import { toUtf8 } from '#shared/exchange/bytes.ts';
import {
  canonicalBytes,
  canonicalText,
  parseCanonical,
  parseCanonicalLine,
  parseUnambiguous,
} from '#shared/exchange/canonical.ts';
import { fail, ok } from '#shared/result.ts';

const NOT = fail('MANIFEST_NOT_CANONICAL');

it('writes the example of RFC 8785, section 3.2.2', () => {
  const value: unknown = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  );
  expect(canonicalText(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

it('sorts members by UTF-16 units, as section 3.2.3 has it', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
  const text = canonicalText(Object.fromEntries(names.map((name) => [name, 0])));
  expect(Object.keys(JSON.parse(text) as object).slice(1)).toEqual([
    '\r',
    '\u0080',
    '\u00f6',
    '\u20ac',
    '\u{1f600}',
    '\ufb33',
  ]);
});

it('has one spelling for a value, whatever the order it was built in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalText(turned)).toBe(canonicalText(value));
    }),
  );
});

it('reads back what it wrote, and nothing with a byte more', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalText(value);
      // These names are refused on purpose, below.
      fc.pre(!/"(?:__proto__|constructor|prototype)":/.test(text));
      expect(parseCanonical(toUtf8(text))).toEqual(ok(JSON.parse(text)));
      expect(parseCanonical(toUtf8(` ${text}`))).toEqual(NOT);
      expect(parseCanonical(toUtf8(`${text}\n`))).toEqual(NOT);
    }),
  );
});

it.each([
  '{"10":1,"9":2}',
  '{"A":1,"a":2,"é":3,"€":4,"😀":5}',
  '{"a":"\\\\ud800"}',
  '{"a":[{"b":1,"c":[1e+21,1e-7,0.1]}],"b":"\\u0001\\n\\""}',
])('takes %s as it stands', (text) => {
  expect(parseCanonicalLine(text)).toEqual(JSON.parse(text));
});

it('takes a text if and only if the writer would have written it', () => {
  const any = fc.oneof(
    fc.json(),
    fc.jsonValue({ noUnicodeString: false }).map((value) => JSON.stringify(value)),
    fc
      .dictionary(fc.oneof(fc.string(), fc.nat().map(String)), fc.oneof(fc.string(), fc.double()))
      .map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(any, (text) => {
      fc.pre(!/"(?:__proto__|constructor|prototype)":/.test(text));
      const taken = parseCanonicalLine(text) !== undefined;
      expect(taken).toBe(canonicalText(JSON.parse(text)) === text);
    }),
    { numRuns: 1000 },
  );
});

it.each([
  '{"a":1,"a":1}',
  '{"b":1,"a":1}',
  '{"a":1.0}',
  '{"a":1e2}',
  '{"a":-0}',
  '{"a":9007199254740993}',
  '{"a":"\\u0041"}',
  '{"a":"\\/"}',
  '{"a":"\\ud800"}',
  '{"9":1,"10":2}',
  '{"b":{"d":1,"c":2}}',
  '{"__proto__":1}',
  '{"a":{"constructor":1}}',
  '[{"prototype":1}]',
  '{"a":1',
  '',
])('refuses %s', (text) => {
  expect(parseCanonical(toUtf8(text))).toEqual(NOT);
  expect(parseCanonicalLine(text)).toBeUndefined();
});

it('nests 64 deep and no deeper, however deep an attack goes', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  expect(parseCanonical(toUtf8(nested(64)))).toMatchObject({ ok: true });
  expect(parseCanonical(toUtf8(nested(65)))).toEqual(NOT);
  expect(parseCanonical(toUtf8(nested(1_000_000)))).toEqual(NOT);
  expect(parseCanonicalLine(nested(100_000))).toBeUndefined();
  expect(parseCanonical(canonicalBytes({ a: `${'['.repeat(200)}"\\` }))).toMatchObject({ ok: true });
});

describe('unambiguous JSON', () => {
  it('may be laid out and ordered freely', () => {
    expect(parseUnambiguous('{ "b": [1, 2],\n "a": "x" }')).toEqual({ b: [1, 2], a: 'x' });
  });

  it.each(['{"a":1,"a":2}', '{"a":"\\u0041"}', '{"a":"x y"}', '{"a":1}}', '', '[1,]'])('refuses %s', (text) => {
    expect(parseUnambiguous(text)).toBeUndefined();
  });
});
