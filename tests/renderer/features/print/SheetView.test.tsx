import { render, screen } from '@testing-library/react';
import { SheetView } from '#renderer/features/print/SheetView.tsx';
import { layoutTimeline } from '#shared/print/layout.ts';
import { textAt } from '#shared/print/measure.ts';
import type { Sheet } from '#shared/print/sheet.ts';
import { NOW, activity, optionsFor, planWith } from '../../../shared/print/plan.ts';

const firstSheet = (): Sheet => {
  const plan = planWith([activity(100, { title: 'Opening', at: 1, hours: 20 })]);
  const laid = layoutTimeline(plan, optionsFor(plan), { now: NOW });
  if (!laid.ok || laid.value[0] === undefined) throw new Error('no sheet');
  return laid.value[0];
};

describe('the drawing of a sheet', () => {
  it('draws every line of the sheet, stretching only what could not be measured', () => {
    const sheet = firstSheet();
    const { container } = render(<SheetView sheet={sheet} width={600} />);
    const lines = sheet.items.flatMap((item) => (item.is === 'text' ? [item.text] : []));
    expect([...container.querySelectorAll('svg > text')].map(({ textContent }) => textContent)).toEqual(lines);
    expect(container.querySelector('svg > path')).not.toBeNull();
    const title = screen.getByText('Opening');
    expect(title.getAttribute('textLength')).toBeNull();
    const foreign = { ...textAt('bar', 10, 10, '上陸演習', { size: 3 }) };
    const drawn = render(<SheetView sheet={{ ...sheet, items: [foreign] }} width={600} />);
    expect(drawn.getByText('上陸演習').getAttribute('textLength')).toBe(String(foreign.width));
  });

  it('keeps hostile text a text', () => {
    const hostile = '</text><image href="x" onerror="alert(1)"/>&lt;script&gt;';
    const items = [textAt('bar', 10, 10, hostile, { size: 3 })];
    const { container } = render(<SheetView sheet={{ ...firstSheet(), items }} width={600} />);
    expect(container.querySelectorAll('svg *')).toHaveLength(1);
    expect(container.querySelector('text')?.textContent).toBe(hostile);
  });

  it('is one picture to a screen reader, named with its place and marking', () => {
    render(<SheetView sheet={firstSheet()} width={600} />);
    expect(screen.getByRole('img')).toHaveAccessibleName('Sheet A1, page 1 of 2. NATO UNCLASSIFIED');
  });
});
