import {
  EVERYTHING,
  filtering,
  isDisputed,
  layingOut,
  levelOf,
  nextConflict,
  ownerOf,
  type ReviewFilter,
  takenOf,
  withField,
} from '#renderer/features/exchange/reviewRows.ts';
import type { ReviewField } from '#shared/plan/merge/compare.ts';
import type { ReviewEntry } from '#shared/plan/merge/review.ts';
import { finish } from '#shared/work.ts';
import { unitRecord } from '#tests/support/records.ts';

const field = (name: string, verdict: ReviewField['verdict'] = 'take'): ReviewField => ({
  field: name,
  mine: 1,
  theirs: 2,
  mineStamp: 'a',
  theirsStamp: 'b',
  verdict,
});

const entry = (n: number, more: Partial<ReviewEntry>): ReviewEntry => ({
  key: `unit:${n}`,
  kind: 'unit',
  id: String(n),
  owner: 'POL',
  class: 'changed',
  title: `Unit ${n}`,
  takeable: true,
  whole: false,
  fields: [],
  later: [],
  theirs: unitRecord(n, `Unit ${n}`, 'x'),
  ...more,
});

const changed = entry(1, { fields: [field('name'), field('personnel', 'known')] });
const conflict = entry(2, { class: 'conflict', owner: 'NOR', fields: [field('name', 'concurrent'), field('sidc')] });
const added = entry(3, { class: 'new', whole: true });
const heard = entry(4, { class: 'hearsay', takeable: false, whole: true, owner: 'FRA' });
const all = [changed, conflict, added, heard];

const keys = (filter: Partial<ReviewFilter>): readonly string[] =>
  finish(filtering(all, { ...EVERYTHING, ...filter }, ({ title, owner }) => `${title} ${owner}`.toLowerCase())).map(
    ({ id }) => id,
  );
const rows = (grouping: ReviewFilter['grouping'] = 'none', folded: readonly string[] = []) =>
  finish(layingOut(all, grouping, new Set(folded)));

test('a filter lets through what fits all of it', () => {
  expect(keys({})).toEqual(['1', '2', '3', '4']);
  expect(keys({ class: 'conflict' })).toEqual(['2']);
  expect(keys({ owner: 'POL' })).toEqual(['1', '3']);
  expect(keys({ kind: 'movement' })).toEqual([]);
  expect(keys({ text: 'UNIT nor' })).toEqual(['2']);
  expect(keys({ text: 'unit', class: 'new' })).toEqual(['3']);
});

test('records come with their fields, unless they are folded or taken as a whole', () => {
  expect(rows().map(({ key }) => key)).toEqual([
    'unit:1',
    'unit:1#name',
    'unit:1#personnel',
    'unit:2',
    'unit:2#name',
    'unit:2#sidc',
    'unit:3',
    'unit:4',
  ]);
  expect(rows('none', ['unit:1', 'unit:2']).map(({ key }) => key)).toEqual(['unit:1', 'unit:2', 'unit:3', 'unit:4']);
});

test('groups hold the records of one owner, and a folded one only its own line', () => {
  const grouped = rows('owner', ['group:POL']);
  expect(grouped.map(({ key }) => key)).toEqual([
    'group:POL',
    'group:NOR',
    'unit:2',
    'unit:2#name',
    'unit:2#sidc',
    'group:FRA',
    'unit:4',
  ]);
  expect(grouped.map((row) => levelOf(row, 'owner'))).toEqual([1, 1, 2, 3, 3, 1, 2]);
  expect([ownerOf(grouped, 4), ownerOf(grouped, 2), ownerOf(grouped, 0)]).toEqual([2, 1, 0]);
});

test('a row is taken wholly, partly or not; what cannot be taken is fixed', () => {
  const [first, name, known] = rows();
  const group = rows('class').find(({ key }) => key === 'group:conflict');
  if (first === undefined || name === undefined || known === undefined || group === undefined)
    throw new Error('no row');
  expect(takenOf(first, new Map())).toBe('none');
  expect(takenOf(first, new Map([['unit:1', ['name']]]))).toBe('all');
  expect(takenOf(name, new Map([['unit:1', 'take']]))).toBe('all');
  expect(takenOf(known, new Map([['unit:1', 'take']]))).toBe('fixed');
  expect(takenOf(group, new Map([['unit:2', ['name']]]))).toBe('some');
  expect(takenOf({ type: 'entry', key: 'unit:4', entry: heard }, new Map())).toBe('fixed');
});

test('one field is added to or taken from a decision', () => {
  expect(withField(conflict, undefined, 'name', true)).toEqual(['name']);
  expect(withField(conflict, 'take', 'name', false)).toEqual(['sidc']);
  expect(withField(conflict, ['sidc'], 'sidc', false)).toBeUndefined();
});

test('the next conflict is found in both directions, going round, folded ones too', () => {
  expect(all.map(isDisputed)).toEqual([false, true, false, false]);
  expect([nextConflict(rows(), 0, 1), nextConflict(rows(), 4, 1), nextConflict(rows(), 7, -1)]).toEqual([4, 4, 4]);
  expect(nextConflict(rows('none', ['unit:2']), 0, 1)).toBe(3);
  expect(nextConflict(finish(layingOut([added], 'none', new Set())), 0, 1)).toBeUndefined();
});
