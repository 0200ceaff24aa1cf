import { readMsdl } from '#shared/interchange/msdl.ts';
import { readOrbatMapper } from '#shared/interchange/orbatmapper.ts';
import { readXml } from '#shared/interchange/xml.ts';
import type { ImportModel } from '#shared/interchange/model.ts';
import { must } from '../plan/merge/world.ts';
import { fixture, sample, withSample } from './samples.ts';

const harbour = (): ImportModel => must(readOrbatMapper(fixture('harbour.json')));
const codeOf = (result: { ok: boolean; error?: unknown }): unknown => (result.ok ? 'taken' : result.error);
const count = (model: ImportModel, section: keyof ImportModel['report'], code: string): number =>
  model.report[section].filter((line) => line.code === code).reduce((sum, line) => sum + line.count, 0);

describe('ORBAT Mapper', () => {
  test('sides, units of sides and groups, and the tree are taken', () => {
    const model = harbour();
    expect(model.participants.map(({ name }) => name)).toEqual(['Blue', 'Red']);
    expect(model.units.map(({ foreignId, parent }) => [foreignId, parent])).toEqual([
      ['u0', undefined],
      ['u1', undefined],
      ['u2', 'u1'],
      ['u2#2', 'u1'],
    ]);
    expect(model.units[1]).toMatchObject({
      shortName: '1 MB',
      personnel: 530,
      sidc: '10031000161211020000',
      remarks: 'Port group\nGuards the pier.',
    });
    expect(model.units[2]?.sidc).toBe('10031000151211020000');
    expect(model.exerciseHints).toEqual({
      name: 'Harbour guard',
      start: '2027-06-12T06:00:00Z',
      zone: 'Europe/Tallinn',
    });
  });

  test('nothing is dropped or changed without a line', () => {
    const model = harbour();
    const lines = (section: keyof ImportModel['report']) =>
      model.report[section].map(({ code, count: n, name }) => `${code}${name === undefined ? '' : ` ${name}`} ${n}`);
    expect(lines('taken')).toEqual(['scenario 3', 'sides 2', 'units 4']);
    expect(lines('mapped')).toEqual([
      'description 1',
      'duplicateId 1',
      'groupName 1',
      'strength 1',
      'symbolForeign 1',
      'symbolLetters 1',
    ]);
    expect(lines('leftOut').toSorted()).toEqual([
      'equipment 1',
      'events 1',
      'media 1',
      'other description 1',
      'other mood 1',
      'rangeRings 1',
      'state 1',
    ]);
  });

  test('a byte-order mark is no matter', () => {
    expect(must(readOrbatMapper(`\ufeff${fixture('harbour.json')}`)).units).toHaveLength(4);
  });

  test.each([
    ['cut off', fixture('harbour.json').slice(0, 400), { code: 'JSON_INVALID' }],
    ['a list', '[]', { code: 'JSON_INVALID' }],
    ['of another program', '{"type":"other"}', { code: 'UNKNOWN_FORMAT' }],
    [
      'of a later version',
      '{"type":"ORBAT-mapper","version":"9.0.0","sides":[]}',
      { code: 'INTERCHANGE_VERSION', data: { version: '9.0.0', supported: '1–3' } },
    ],
    [
      'without sides',
      '{"type":"ORBAT-mapper","version":"2.0.0"}',
      { code: 'INTERCHANGE_FIELD', data: { field: 'sides' } },
    ],
    [
      'ten thousand deep',
      `{"type":"ORBAT-mapper","version":"2.0.0","sides":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      { code: 'JSON_TOO_DEEP', data: { limit: 400 } },
    ],
    [
      'with more units than any exercise',
      JSON.stringify({
        type: 'ORBAT-mapper',
        version: '2.0.0',
        sides: [
          { id: 's', name: 'S', subUnits: Array.from({ length: 20_001 }, (_, n) => ({ id: `u${n}`, name: 'n' })) },
        ],
      }),
      { code: 'INTERCHANGE_TOO_MANY', data: { limit: 20_000 } },
    ],
  ])('a file %s is refused', (_what, text, error) => {
    expect(codeOf(readOrbatMapper(text))).toEqual(error);
  });

  test('a huge name is cut, a missing one replaced, and both are said', () => {
    const units = [{ id: 'a', name: 'x'.repeat(100_000) }, { id: 'b' }];
    const text = JSON.stringify({
      type: 'ORBAT-mapper',
      version: '1.0.0',
      sides: [{ id: 's', name: 'S', subUnits: units }],
    });
    const model = must(readOrbatMapper(text));
    expect(model.units.map(({ name }) => name.length)).toEqual([160, 1]);
    expect([count(model, 'mapped', 'textCut'), count(model, 'mapped', 'nameMissing')]).toEqual([1, 1]);
    expect(count(model, 'mapped', 'symbolMissing')).toBe(2);
  });

  withSample('orbatmapper-falkland82.json')('the Falklands scenario: 128 units in groups and 11 beside them', () => {
    const model = must(readOrbatMapper(sample('orbatmapper-falkland82.json')));
    expect(model.participants.map(({ name }) => name)).toEqual(['Great Britain', 'Argentina']);
    expect(model.units).toHaveLength(139);
    expect(model.exerciseHints).toMatchObject({ zone: 'Atlantic/Stanley', start: '1982-03-11T14:00:00Z' });
    expect(count(model, 'leftOut', 'events')).toBe(8);
    expect(count(model, 'leftOut', 'rangeRings')).toBeGreaterThan(0);
  });

  withSample('orbatmapper-narvik40.json')('the Narvik scenario: 39 units, the other side hostile', () => {
    const model = must(readOrbatMapper(sample('orbatmapper-narvik40.json')));
    expect(model.units).toHaveLength(39);
    const axis = model.participants.find(({ name }) => name === 'Axis forces')?.foreignId;
    expect(model.units.filter(({ side }) => side === axis).every(({ sidc }) => sidc[3] === '6')).toBe(true);
  });
});

describe('MSDL', () => {
  const msdl = (): ImportModel => must(readMsdl(fixture('harbour.xml')));
  const unit = (handle: string, superior: string, side = ''): string =>
    `<Unit><ObjectHandle>${handle}</ObjectHandle><Name>${handle}</Name><Relations><ForceRelation><ForceRelationData>${
      side === '' ? '' : `<ForceSideHandle>${side}</ForceSideHandle>`
    }<CommandRelation><CommandingSuperiorHandle>${superior}</CommandingSuperiorHandle></CommandRelation></ForceRelationData></ForceRelation></Relations></Unit>`;
  const scenario = (...units: string[]): string =>
    `<MilitaryScenario><ForceSides><ForceSide><ObjectHandle>s</ObjectHandle><ForceSideName>S</ForceSideName></ForceSide></ForceSides><Organizations><Units>${units.join('')}</Units></Organizations></MilitaryScenario>`;

  test('sides, superiors before subordinates, symbols, echelon and strength are taken', () => {
    const model = msdl();
    expect(model.participants).toMatchObject([{ name: 'Blue' }, { name: 'Blue Navy', remarks: 'Blue' }]);
    expect(model.units).toEqual([
      { foreignId: 'u1', name: '1 Bn', side: 'side-1', sidc: '10031000161211000000', personnel: 520 },
      { foreignId: 'u2', name: 'A Coy', side: 'side-1', parent: 'u1', sidc: '10031000151211000000', remarks: 'OPCON' },
    ]);
    expect(model.exerciseHints).toEqual({ name: 'Harbour & guard', start: '2027-06-12T06:00:00Z' });
    expect(count(model, 'mapped', 'commandRelation')).toBe(1);
    expect(count(model, 'leftOut', 'equipment')).toBe(1);
    expect(count(model, 'leftOut', 'symbolModifier')).toBe(1);
  });

  test('a ring of superiors is cut and a missing one let go, with a line each', () => {
    const model = must(
      readMsdl(scenario(unit('a', 'b'), unit('b', 'a', 's'), unit('c', 'gone', 's'), unit('d', 'd', 's'))),
    );
    expect(model.units).toHaveLength(4);
    expect(count(model, 'mapped', 'superiorCycle')).toBe(2);
    expect(count(model, 'mapped', 'superiorMissing')).toBe(1);
    const parents = new Map(model.units.map(({ foreignId, parent }) => [foreignId, parent]));
    expect(parents.get('a') === undefined || parents.get('b') === undefined).toBe(true);
  });

  test('a chain of ten thousand superiors is taken', () => {
    const units = Array.from({ length: 10_000 }, (_, n) =>
      unit(`u${n}`, n === 0 ? '' : `u${n - 1}`, n === 0 ? 's' : ''),
    );
    const model = must(readMsdl(scenario(...units.toReversed())));
    expect(model.units).toHaveLength(10_000);
    expect(model.units[9_999]).toMatchObject({ parent: 'u9998', side: 's' });
  });

  test('a handle that stands twice is told apart', () => {
    const model = must(readMsdl(scenario(unit('a', '', 's'), unit('a', '', 's'))));
    expect(model.units.map(({ foreignId }) => foreignId)).toEqual(['a', 'a#2']);
  });

  test.each([
    [
      'damaged in line 3',
      '<MilitaryScenario>\n<a>\n</b>\n</MilitaryScenario>',
      { code: 'XML_INVALID', data: { line: 3 } },
    ],
    ['cut off', fixture('harbour.xml').slice(0, 900), { code: 'XML_INVALID', data: { line: expect.any(Number) } }],
    [
      'with a document type',
      '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n<MilitaryScenario/>',
      { code: 'XML_DTD', data: { line: 2 } },
    ],
    [
      'ten thousand deep',
      `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`,
      { code: 'XML_TOO_DEEP', data: { limit: 100 } },
    ],
    ['of another kind', '<svg/>', { code: 'UNKNOWN_FORMAT' }],
    [
      'of another version',
      '<MilitaryScenario xmlns="urn:sisostds:scenario:military:data:draft:msdl:7"><Organizations/></MilitaryScenario>',
      {
        code: 'INTERCHANGE_VERSION',
        data: { version: 'urn:sisostds:scenario:military:data:draft:msdl:7', supported: 'msdl:1' },
      },
    ],
    [
      'without units',
      '<MilitaryScenario><ForceSides/></MilitaryScenario>',
      { code: 'INTERCHANGE_FIELD', data: { field: 'Organizations' } },
    ],
  ])('a file %s is refused', (_what, text, error) => {
    expect(codeOf(readMsdl(text))).toEqual(error);
  });

  test('so many elements or attributes that the parser would take all memory are refused before it', () => {
    const limit = 1_000_000;
    expect(readXml(`<a>${'<b/>'.repeat(limit)}</a>`)).toEqual({
      ok: false,
      error: { code: 'XML_TOO_MANY', data: { limit } },
    });
    expect(readXml(`<a ${'b="" '.repeat(limit)}/>`)).toEqual({
      ok: false,
      error: { code: 'XML_TOO_MANY', data: { limit } },
    });
  });

  test('a comment, a quoted bracket and CDATA are no tags', () => {
    expect(must(readXml('<a b="x>y"><!-- <!DOCTYPE --><c><![CDATA[<!ENTITY]]></c></a>'))).toMatchObject({
      a: { '@b': 'x>y', c: '<!ENTITY' },
    });
  });

  withSample('msdl-SimpleScenarioNETN.xml')('the NETN scenario, behind a byte-order mark', () => {
    const model = must(readMsdl(sample('msdl-SimpleScenarioNETN.xml')));
    expect(model.participants.map(({ name }) => name)).toEqual(['Friendly', 'Hostile', 'Army']);
    expect(model.units).toHaveLength(
      sample('msdl-SimpleScenarioNETN.xml').match(/<SymbolIdentifier>S-G-UCI/g)?.length ?? 0,
    );
    expect(count(model, 'leftOut', 'deployment')).toBe(3);
  });

  withSample('msdl-TestScenario2.xml')('the second scenario: three sides, four attachments', () => {
    const model = must(readMsdl(sample('msdl-TestScenario2.xml')));
    expect(model.participants).toHaveLength(3);
    expect(count(model, 'mapped', 'commandRelation')).toBe(4);
    expect(model.units.find(({ name }) => name === 'HQ')?.sidc).toBe('10031002181211000000');
  });
});
