import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { Column } from '#renderer/ui/table/columns.ts';
import { DataTable } from '#renderer/ui/table/DataTable.tsx';
import { TextCell } from '#renderer/ui/table/TextCell.tsx';
import { startWords } from '#renderer/ui/words.ts';
import { fail, ok } from '#shared/result.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly strength: number;
}
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name, width: 100 },
  {
    id: 'strength',
    header: 'Strength',
    value: ({ strength }) => strength,
    width: 80,
    total: (rows) => rows.reduce((sum, row) => sum + row.strength, 0),
  },
];
const few: readonly Row[] = ['Anvil', 'Bison', 'Cobra', 'Dingo'].map((name, n) => ({
  id: `r${n}`,
  name,
  strength: n * 10,
}));

beforeAll(() => startWords('en'));

/** Each table of this file keeps its own column widths. */
let tables = 0;

function show(rows: readonly Row[] = few, shown: readonly Column<Row>[] = columns) {
  tables += 1;
  const storageKey = `test${tables}`;
  const opened: string[] = [];
  const deleted: (readonly string[])[] = [];
  const Held = () => {
    const [ids, setIds] = useState<readonly string[]>([]);
    return (
      <DataTable
        label="Units"
        rows={rows}
        columns={shown}
        getId={({ id }) => id}
        selectedIds={ids}
        onSelect={setIds}
        onOpen={(id) => opened.push(id)}
        onDelete={(gone) => deleted.push(gone)}
        storageKey={storageKey}
        empty={<p>Units stand here.</p>}
      />
    );
  };
  render(
    <MantineProvider>
      <Held />
    </MantineProvider>,
  );
  return { opened, deleted, user: userEvent.setup() };
}

const selected = (): string[] =>
  screen
    .getAllByRole('row', { selected: true })
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent ?? '');

test('arrows and Shift select, Enter opens, Delete hands over what is selected', async () => {
  const { opened, deleted, user } = show();
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowDown}');
  expect(selected()).toEqual(['Anvil']);
  await user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
  expect(selected()).toEqual(['Bison', 'Cobra']);
  await user.keyboard('{Enter}{Delete}');
  expect(opened).toEqual(['r2']);
  expect(deleted).toEqual([['r1', 'r2']]);
});

test('Ctrl+A selects all that show, Escape none', async () => {
  const { user } = show();
  await user.type(screen.getByRole('textbox', { name: 'Filter' }), 'o');
  screen.getByRole('grid').focus();
  await user.keyboard('{Control>}a{/Control}');
  expect(selected()).toEqual(['Bison', 'Cobra', 'Dingo']);
  await user.keyboard('{Escape}');
  expect(screen.queryAllByRole('row', { selected: true })).toEqual([]);
});

test('clicks with Ctrl and Shift select as in a file list', async () => {
  const { user } = show();
  await user.click(screen.getByText('Anvil'));
  await user.keyboard('{Control>}');
  await user.click(screen.getByText('Cobra'));
  await user.keyboard('{/Control}');
  expect(selected()).toEqual(['Anvil', 'Cobra']);
  await user.keyboard('{Shift>}');
  await user.click(screen.getByText('Dingo'));
  await user.keyboard('{/Shift}');
  expect(selected()).toEqual(['Cobra', 'Dingo']);
});

test('the filter counts, and totals follow what shows', async () => {
  const { user } = show();
  await user.type(screen.getByRole('textbox', { name: 'Filter' }), 'cobra');
  expect(screen.getByText('1 of 4 rows')).toBeVisible();
  const rows = screen.getAllByRole('row');
  expect(rows.at(-1)).toHaveTextContent('20');
});

test('a header sorts and turns the order', async () => {
  const { user } = show();
  const header = screen.getByRole('columnheader', { name: 'Strength' });
  await user.click(within(header).getByRole('button'));
  await user.click(within(header).getByRole('button'));
  expect(header).toHaveAttribute('aria-sort', 'descending');
  expect(screen.getAllByRole('row')[1]).toHaveTextContent('Dingo');
});

test('copies the selected rows with their headers', async () => {
  const { user } = show();
  await user.click(screen.getByText('Bison'));
  const data = new Map<string, string>();
  fireEvent.copy(screen.getByRole('grid'), {
    clipboardData: { setData: (type: string, text: string) => data.set(type, text) },
  });
  expect(data.get('text/plain')).toBe('Name\tStrength\r\nBison\t10');
});

test('draws only the rows in sight, however many there are', () => {
  show(Array.from({ length: 50_000 }, (_, n) => ({ id: `n${n}`, name: `Unit ${n}`, strength: 1 })));
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '50001');
  expect(screen.getAllByRole('row').length).toBeLessThan(100);
});

test('without rows it says what belongs here', () => {
  show([]);
  expect(screen.getByText('Units stand here.')).toBeVisible();
  expect(screen.queryByRole('grid')).toBeNull();
});

test('F2 edits the cell with the cursor: Enter takes it or says what is wrong, Escape leaves it, the rows have the focus again', async () => {
  const committed: string[] = [];
  const editable: readonly Column<Row>[] = columns.map((column) =>
    column.id === 'strength'
      ? {
          ...column,
          edit: (row: Row, onDone: () => void) =>
            row.name === 'Bison' ? undefined : (
              <TextCell
                label={`Strength of ${row.name}`}
                text={String(row.strength)}
                read={(text) => (/^\d+$/.test(text) ? ok(text) : fail('TIME_EMPTY'))}
                onCommit={(text) => committed.push(`${row.name} ${text}`)}
                onDone={onDone}
              />
            ),
        }
      : column,
  );
  const { user } = show(few, editable);
  const grid = screen.getByRole('grid');
  grid.focus();
  await user.keyboard('{ArrowDown}{F2}');
  expect(screen.queryByLabelText('Strength of Anvil')).toBeNull();
  await user.keyboard('{ArrowRight}{F2}');
  const field = screen.getByLabelText('Strength of Anvil');
  await user.clear(field);
  await user.type(field, 'many{Enter}');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await user.clear(field);
  await user.type(field, '12{Enter}');
  expect(committed).toEqual(['Anvil 12']);
  expect(document.activeElement).toBe(grid);
  await user.keyboard('{F2}');
  await user.type(screen.getByLabelText('Strength of Anvil'), '9{Escape}');
  expect(committed).toEqual(['Anvil 12']);
  await user.keyboard('{ArrowDown}{F2}');
  expect(screen.queryByLabelText('Strength of Bison')).toBeNull();
});
