import { FUNCTIONS } from '#shared/interchange/sidcFunctions.ts';
import { sidcFromLetters } from '#shared/interchange/sidcLetters.ts';
import { sample, withSample } from './samples.ts';

test.each([
  ['SFGPUCI----F---', '10031000161211000000', 'friendly infantry battalion'],
  ['SHGPUCIZ---E---', '10061000151211020000', 'hostile mechanised infantry company'],
  ['SFGPUCI---BH---', '10031006181211000000', 'task force headquarters of a brigade'],
  ['SDGAUCI----F---', '10131010161211000000', 'exercise friend, planned'],
  ['SFSPCLFF-------', '10033000001202040000', 'frigate'],
  ['SFAPMFF--------', '10030100001101040000', 'fighter'],
  ['SNGP-----------', '10041000000000000000', 'neutral ground track'],
])('%s is %s: %s', (letters, digits) => {
  expect(sidcFromLetters(letters)).toMatchObject({ sidc: digits, function: 'exact', affiliationOpen: false });
});

test('what the digits do not carry is said', () => {
  expect(sidcFromLetters('S-G-UCI----F--G')).toMatchObject({ affiliationOpen: true, dropped: true });
  expect(sidcFromLetters('SFGPUCI---MO---')).toMatchObject({ dropped: true, sidc: '10031000001211000000' });
});

test('a finer function stands under its superior, an unknown one stays open', () => {
  expect(sidcFromLetters('SFGPUCIQQ------')).toMatchObject({ function: 'near', sidc: '10031000001211000000' });
  expect(sidcFromLetters('SFGPUZZ--------')).toMatchObject({ function: 'open', sidc: '10031000000000000000' });
  expect(sidcFromLetters('SFGPEVAT-------')).toMatchObject({ function: 'open', sidc: '10031500000000000000' });
  expect(sidcFromLetters('GFGPGLB----H---')).toMatchObject({ function: 'open' });
});

test.each(['', 'SFG', 'not a symbol', 'SFGPUCI----F----', '10031000161211000000'])('“%s” is no letter code', (text) => {
  expect(sidcFromLetters(text)).toBeUndefined();
});

const TABLE = 'sidc-LegacyMappingTableCtoD.csv';

withSample(TABLE)('every land, air and space function of the table is that of the published conversion', () => {
  const published = new Map<string, string>();
  for (const line of sample(TABLE).split(/\r?\n/)) {
    const [letters = '', , set = '', entity = '', mod1 = '', mod2 = ''] = line.split(',');
    if (/^S\*[AGFP]P[A-Z-]{6}$/.test(letters) && !published.has(letters)) {
      published.set(letters, set + entity + mod1 + mod2);
    }
  }
  let held = 0;
  for (const dimension of ['A', 'G', 'F', 'P']) {
    for (const entry of (FUNCTIONS[dimension] ?? []).flatMap((row) => row.split(' '))) {
      const name = (entry.split(':')[0] ?? '').replace('-', '');
      const letters = `S*${dimension}P${name.padEnd(6, '-')}`;
      const converted = sidcFromLetters(`SF${dimension}P${name.padEnd(6, '-')}-----`);
      if (!published.has(letters)) continue;
      held += 1;
      expect([letters, converted?.sidc.slice(4, 6) + (converted?.sidc.slice(10) ?? '')]).toEqual([
        letters,
        published.get(letters),
      ]);
    }
  }
  expect(held).toBeGreaterThan(300);
});

withSample(TABLE)('every published code is converted, and said to be near or open where it is not the same', () => {
  for (const line of sample(TABLE).split(/\r?\n/).slice(1)) {
    const [letters = '', , set = '', entity = '', mod1 = '', mod2 = ''] = line.split(',');
    if (!/^S\*[AGFP]P[A-Z-]{6}$/.test(letters) || set === '98') continue;
    const converted = sidcFromLetters(`${letters.replace('*', 'F')}-----`);
    expect(converted?.sidc).toMatch(/^\d{20}$/);
    if (converted?.function === 'exact' && set !== '00') {
      expect([letters, converted.sidc.slice(4, 6) + converted.sidc.slice(10)]).toEqual([
        letters,
        set + entity + mod1 + mod2,
      ]);
    }
  }
});
