import { pick } from '#renderer/ui/table/selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const plain = { range: false, toggle: false };

test('a plain pick replaces what was selected', () => {
  expect(pick(order, { ids: ['a', 'b'], from: 'a' }, 'd', plain)).toEqual({ ids: ['d'], from: 'd' });
});

test('toggling adds, and takes out again', () => {
  const added = pick(order, { ids: ['a'], from: 'a' }, 'c', { range: false, toggle: true });
  expect(added.ids).toEqual(['a', 'c']);
  expect(pick(order, added, 'a', { range: false, toggle: true }).ids).toEqual(['c']);
});

test('a range runs from where it began, either way, and shrinks again', () => {
  const down = pick(order, { ids: ['b'], from: 'b' }, 'd', { range: true, toggle: false });
  expect(down).toEqual({ ids: ['b', 'c', 'd'], from: 'b' });
  expect(pick(order, down, 'a', { range: true, toggle: false }).ids).toEqual(['a', 'b']);
});

test('a range with toggling keeps what was selected before', () => {
  expect(pick(order, { ids: ['a', 'd'], from: 'd' }, 'e', { range: true, toggle: true }).ids).toEqual(['a', 'd', 'e']);
});

test('a range that begins nowhere, or at a row that the filter hid, is a plain pick', () => {
  expect(pick(order, { ids: [], from: undefined }, 'c', { range: true, toggle: false }).ids).toEqual(['c']);
  expect(pick(order, { ids: ['z'], from: 'z' }, 'c', { range: true, toggle: false }).ids).toEqual(['c']);
});
