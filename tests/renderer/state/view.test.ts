import { select, selectRecords, selectedRecords, useView } from '#renderer/state/view.ts';

const activity = (id: string) => ({ kind: 'activity' as const, id });
const movement = (id: string) => ({ kind: 'movement' as const, id });
const selected = () => selectedRecords(useView.getState().selection);

test('activities and movements keep the order in which they were selected, across both kinds', () => {
  const records = [activity('a'), movement('m'), activity('b')];
  selectRecords(records);
  expect(selected()).toEqual(records);
  expect(useView.getState().selection).toMatchObject({
    kind: 'activity',
    ids: ['a', 'b'],
    also: { kind: 'movement', ids: ['m'] },
  });
});

test('of one kind the order is that of its ids, and nothing is nothing', () => {
  select('movement', ['n', 'm']);
  expect(selected()).toEqual([movement('n'), movement('m')]);
  selectRecords([]);
  expect(selected()).toEqual([]);
});
