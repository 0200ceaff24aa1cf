import { languageOf, row, say, writerIn } from '#electron/cli/words.ts';
import { newDesk } from './desk.ts';

const [english, french] = [writerIn('en'), writerIn('fr')];

test('the language is what the environment says, English for any other', () => {
  expect(languageOf({ LANG: 'fr_FR.UTF-8' })).toBe('fr');
  expect(languageOf({ LC_ALL: 'en_US.UTF-8', LANG: 'fr_FR.UTF-8' })).toBe('en');
  expect(languageOf({ LC_ALL: '', LC_MESSAGES: 'fr_BE', LANG: 'de_DE' })).toBe('fr');
  expect(languageOf({})).toBe('en');
});

test('a line is written in either language, with its numbers and what fills it', () => {
  const line = say('cli.carries', { count: 2 });
  expect([english(line), french(line)]).toEqual(['2 bundles of others, whole', '2 paquets de tiers, entiers']);
  expect([english(say('cli.carries', { count: 1 })), french(say('cli.findings', { count: 0 }))]).toEqual([
    '1 bundle of others, whole',
    '0 constat',
  ]);
  const nested = say('cli.asks', { from: 'NOR J7', role: say('cosign.role.release-officer') });
  expect(english(nested)).toBe('NOR J7 asks you to sign as release officer');
  expect(french(nested)).toBe('NOR J7 vous demande de signer comme officier de diffusion');
});

test('headings stand in one column, wherever the rest of the line comes from', () => {
  for (const write of [english, french]) {
    const rows = [row('key', 'X'), row('checkCode', 'X'), row('validUntil', say('cli.nobody'))].map(write);
    const at = rows.map((text) => text.search(/(?<= {2})\S/));
    expect(new Set(at).size).toBe(1);
  }
});

test('a command speaks French where the machine does, and --json says the same in any language', async () => {
  const desk = newDesk();
  const { run } = desk.planner('NOR');
  const before = process.env['LC_ALL'];
  const both = async (...args: readonly string[]): Promise<readonly string[]> => {
    const said: string[] = [];
    for (const locale of ['en_US.UTF-8', 'fr_FR.UTF-8']) {
      process.env['LC_ALL'] = locale;
      const { out, err } = await run(...args);
      said.push(out + err);
    }
    return said;
  };
  try {
    await run('identity', 'create', '--nation', 'NOR', '--name', 'Planner');
    const [shown = '', montré = ''] = await both('identity', 'show');
    expect(shown).toMatch(/^NOR Planner\nkey {10}\S/);
    expect(montré).toMatch(/^NOR Planner\nclé {2,}\S[^]*empreinte {2,}\d/);
    const [json, jsonFr] = await both('--json', 'identity', 'show');
    expect(jsonFr).toBe(json);
    expect(await both('help')).toEqual([expect.stringMatching(/^Usage: /), expect.stringMatching(/^Emploi : /)]);
    expect((await both('--dance'))[1]).toMatch(/^L’option --dance est inconnue/);
  } finally {
    if (before === undefined) delete process.env['LC_ALL'];
    else process.env['LC_ALL'] = before;
    desk.clear();
  }
});
