import fc from 'fast-check';
import { checkCode, freeColour, proposeCode } from '#shared/plan/participant/codes.ts';
import { alpha2Of, COUNTRIES } from '#shared/reference/countries.ts';

test('an exercise nation is proposed X and two letters of its name', () => {
  expect(proposeCode('Arnland', new Set())).toBe('XAR');
  expect(proposeCode('Arnland', new Set(['XAR']))).toBe('XAN');
  expect(proposeCode('Østland', new Set())).toBe('XOS');
});

test('whatever it is called, the proposal is a code that can be taken, or none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(fc.stringMatching(/^X[A-Z]{2}$/)), (name, taken) => {
      const code = proposeCode(name, new Set(taken));
      return (
        code === '' ||
        checkCode(
          code,
          'exercise-nation',
          taken.map((other) => ({ code: other })),
        ).ok
      );
    }),
  );
});

test.each([
  ['FI', 'exercise-nation', 'CODE_FORM_NATION'],
  ['xar', 'exercise-nation', 'CODE_FORM_NATION'],
  ['FIN', 'exercise-nation', 'CODE_OF_COUNTRY'],
  ['XAR', 'exercise-nation', 'CODE_TAKEN'],
  ['9ER', 'organisation', 'CODE_FORM_ORGANISATION'],
] as const)('refuses %s as %s with %s', (code, what, failure) => {
  expect(checkCode(code, what, [{ code: 'XAR' }])).toMatchObject({ ok: false, error: { code: failure } });
});

test('an organisation may carry any free code of its form', () => {
  expect(checkCode('ICRC-2', 'organisation', [{ code: 'XAR' }]).ok).toBe(true);
});

test('the first free colour is taken; when all are, they begin again', () => {
  expect(freeColour([{ colour: 0 }, { colour: 2 }])).toBe(1);
  expect(freeColour(Array.from({ length: 24 }, (_, colour) => ({ colour })))).toBe(0);
});

test('every nation has one trigraph and one flag', () => {
  expect(COUNTRIES).toHaveLength(249);
  expect(new Set(COUNTRIES.map(([alpha3]) => alpha3)).size).toBe(249);
  expect(new Set(COUNTRIES.map(([, alpha2]) => alpha2)).size).toBe(249);
  expect(alpha2Of('EST')).toBe('EE');
  expect(alpha2Of('XAR')).toBeUndefined();
});
