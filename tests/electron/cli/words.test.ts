import { languageOf, row, say, writerIn } from '#electron/cli/words.ts';
import { wordIn } from '#electron/cli/words.ts';
import { KINDS } from '#shared/plan/records.ts';
import { type Desk, done, introduce, newDesk } from './desk.ts';

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

test('what a call asks for comes before what the machine speaks', () => {
  expect(languageOf({ LANG: 'fr_FR.UTF-8' }, 'en')).toBe('en');
  expect(languageOf({ LANG: 'en_GB.UTF-8' }, 'fr')).toBe('fr');
  expect(languageOf({ LANG: 'fr_FR.UTF-8' }, 'de')).toBe('fr');
});

test('every kind of record has its word in both languages', () => {
  for (const word of [wordIn('en'), wordIn('fr')])
    for (const kind of KINDS) {
      expect(word(`app.kind.${kind}`)).not.toContain('app.kind');
      expect(word(`review.kinds.${kind}`)).not.toContain('review.kinds');
    }
});

describe('kinds, classes, states and reasons are told in words, in English and in French', () => {
  let desk: Desk;
  let exercise: string;
  const bundle = (): string => desk.file('plan.entente');
  beforeAll(async () => {
    desk = newDesk();
    await introduce(desk, ['NOR', 'POL']);
    exercise = done(await desk.planner('NOR').run('exercise', 'create', '--sample')).trim();
    done(await desk.planner('NOR').run('export', '--exercise', exercise, '--to', 'POL', '--out', bundle()));
  });
  afterAll(() => desk.clear());

  const both = async (nation: string, ...args: readonly string[]): Promise<readonly [string, string]> => {
    const { run } = desk.planner(nation);
    const said = async (language: string): Promise<string> => (await run(...args, '--language', language)).out;
    return [await said('en'), await said('fr')];
  };

  test('partners', async () => {
    const [en, fr] = await both('POL', 'partner', 'list');
    expect(en).toMatch(/^NOR {2}verified .*\(plans\)/);
    expect(fr).toMatch(/^NOR {2}vérifiée .*\(leurs plans\)/);
  });

  test('a bundle and what is in it', async () => {
    const [en, fr] = await both('POL', 'inspect', bundle());
    expect(en).toMatch(/signed by NOR Planner NOR \(verified\)[^]*First bundle of this originator\.[^]*\nMovement +/);
    expect(fr).toMatch(/signé par NOR Planner NOR \(vérifiée\)[^]*\nMouvement +/);
    expect(fr).not.toMatch(/\b(first|verified|movement|unit)\b/);
  });

  test('a review', async () => {
    const [en, fr] = await both('POL', 'import', bundle());
    expect(en).toMatch(/^new \d+[^]*signed by +originator NOR Planner NOR[^]*\nnew +Unit +NOR/);
    expect(fr).toMatch(/^nouveau \d+[^]*\nsigné par +auteur NOR Planner NOR[^]*\nnouveau +Unité +NOR/);
  });

  test('what would leave, and why the rest stays', async () => {
    const [en, fr] = await both('NOR', 'release', 'preview', '--exercise', exercise, '--to', 'POL');
    expect(en).toMatch(/leaves +Unit +\d+/);
    expect(fr).toMatch(/part +Unité +\d+/);
    expect(en).toMatch(/held back +Release profile .*: release profiles stay in the own nation/);
    expect(fr).toMatch(/retenu +Profil de diffusion .*: les profils de diffusion restent dans la nation/);
    expect(`${en}${fr}`).not.toContain('OWN_NATION_ONLY');
  });

  test('findings', async () => {
    const [en, fr] = await both('NOR', 'check', '--exercise', exercise);
    expect(en).toMatch(/^(Error|Warning|Note) +[A-Z]{3}-\d{3} /);
    expect(fr).toMatch(/^(Erreur|Avertissement|Remarque) +[A-Z]{3}-\d{3} /);
  });

  test('the log: its sentence beside its code, found by its words', async () => {
    const [en, fr] = await both('NOR', 'audit', 'show', '--text', 'EXPORTED');
    expect(en).toMatch(/EXPORTED +Revision 1 exported: \d+ records/);
    expect(fr).toMatch(/EXPORTED +Révision 1 exportée : \d+ éléments/);
    const { run } = desk.planner('NOR');
    expect(done(await run('audit', 'show', '--text', 'éléments exportée', '--language', 'fr'))).toContain('EXPORTED');
    expect(done(await run('audit', 'show', '--text', 'éléments exportée', '--language', 'en'))).toBe('');
  });

  test('--json says the same codes in any language', async () => {
    for (const args of [
      ['partner', 'list'],
      ['import', bundle()],
      ['release', 'preview', '--exercise', exercise, '--to', 'POL'],
      ['check', '--exercise', exercise],
    ]) {
      const [en, fr] = await both(args[0] === 'import' ? 'POL' : 'NOR', '--json', ...args);
      expect(JSON.parse(fr)).toEqual(JSON.parse(en));
    }
  });
});
