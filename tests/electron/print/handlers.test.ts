/** The window's request to print, with a printer that takes the sheets as a page of the app lays them out. */
import type * as events from 'node:events';
import type { PrintJob } from '#shared/contract/print.ts';
import { planOf } from '#shared/plan/state.ts';
import { defaultsOf, layoutPrint } from '#shared/print/products.ts';
import type { TextItem } from '#shared/print/sheet.ts';
import { printHandlers } from '#electron/print/handlers.ts';
import { printPageHandlers } from '#electron/print/jobs.ts';
import { closePrintPages } from '#electron/print/pages.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { EXERCISE_ID, firstStep } from '#tests/support/plans.ts';
import { useFolders } from '../vault/support.ts';

type Events = typeof events;

interface Printer {
  /** What stands on the paper. */
  readonly papers: string[][];
  answer: { readonly success: boolean; readonly reason: string };
}

const mockPrinter: Printer = { papers: [], answer: { success: true, reason: '' } };
let mockPage: (id: number, show: (drawn: string[]) => void) => void;

jest.mock('electron', () => {
  const { EventEmitter } = jest.requireActual<Events>('node:events');
  let last = 0;
  class Contents extends EventEmitter {
    readonly id = (last += 1);
    drawn: string[] = [];
    print(_options: object, done: (success: boolean, reason: string) => void): void {
      if (mockPrinter.answer.success) mockPrinter.papers.push(this.drawn);
      done(mockPrinter.answer.success, mockPrinter.answer.reason);
    }
  }
  class BrowserWindow {
    readonly webContents = new Contents();
    async loadURL(): Promise<void> {
      mockPage(this.webContents.id, (drawn) => (this.webContents.drawn = drawn));
    }
    isDestroyed(): boolean {
      return false;
    }
    destroy(): void {
      this.webContents.removeAllListeners();
    }
  }
  return { BrowserWindow, dialog: {} };
});

/** What the print page does: it asks for a job, lays it out, says that the sheets stand, and is ready for the next. */
const page = async (id: number, show: (drawn: string[]) => void): Promise<void> => {
  const asked = await printPageHandlers['print.job'](undefined, id);
  if (!asked.ok) return;
  const { records, options, now, number } = asked.value as PrintJob;
  const sheets = layoutPrint(planOf(records), options, { now, number });
  if (!sheets.ok) throw new Error(sheets.error.code);
  const texts = sheets.value.flatMap(({ items }) => items.filter((item): item is TextItem => item.is === 'text'));
  show(texts.filter(({ role }) => role === 'printed').map(({ text }) => text));
  await printPageHandlers['print.ready']({ pages: sheets.value.length }, id);
  await page(id, show);
};

const newFolder = useFolders();
const NOW = Date.UTC(2027, 4, 1, 12);
let vault: VaultPort;

beforeEach(async () => {
  mockPage = (id, show) => void page(id, show);
  mockPrinter.papers.length = 0;
  mockPrinter.answer = { success: true, reason: '' };
  const opened = openVault(newFolder());
  if (!opened.ok) throw new Error(opened.error.code);
  vault = opened.value;
  await vault.append(firstStep());
});

afterEach(() => vault.close());
afterAll(closePrintPages);

const print = async () => {
  const options = defaultsOf('activities', planOf([]), { language: 'en', exerciseLine: true }, NOW);
  const handlers = printHandlers({ vault, clock: () => NOW });
  return handlers['print.product']({ exerciseId: EXERCISE_ID, options, target: 'printer' }, 1);
};

const logged = async () => {
  const page = await vault.auditPage({ limit: 10 });
  return page.ok ? page.value.filter(({ code }) => code === 'PRINTED') : [];
};

describe('print.product on a printer', () => {
  it('has the same number and time on the paper, in the reply and in the audit log', async () => {
    expect(await print()).toEqual({ ok: true, value: { file: null, pages: 1, number: '0001' } });
    expect(await print()).toMatchObject({ value: { number: '0002' } });
    expect(mockPrinter.papers).toEqual([['Printed 011200ZMAY27 · No. 0001'], ['Printed 011200ZMAY27 · No. 0002']]);
    expect(await logged()).toMatchObject([
      { at: NOW, data: { number: '0002', target: 'printer', sheets: 1 } },
      { at: NOW, data: { number: '0001', target: 'printer', sheets: 1 } },
    ]);
  });

  it('notes nothing when the person thinks better of it, and uses no number twice', async () => {
    mockPrinter.answer = { success: false, reason: 'Print job canceled' };
    expect(await print()).toEqual({ ok: true, value: null });
    expect(await logged()).toEqual([]);
    mockPrinter.answer = { success: true, reason: '' };
    expect(await print()).toMatchObject({ value: { number: '0002' } });
  });

  it('says why the printer took nothing', async () => {
    mockPrinter.answer = { success: false, reason: 'out of paper' };
    expect(await print()).toEqual({ ok: false, error: { code: 'PRINT_PRINTER', data: { reason: 'out of paper' } } });
    expect(await logged()).toEqual([]);
  });
});
