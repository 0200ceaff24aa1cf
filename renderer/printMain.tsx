/** The print page: fetches its job from main, lays the sheets out, draws them, and says that they stand. */
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { planOf } from '#shared/plan/state.ts';
import type { RequestReply } from '#shared/contract/ipc.ts';
import { layoutKeySheet } from '#shared/print/keySheet.ts';
import { printSheetWords } from '#shared/print/keyWords.ts';
import type { SheetOptions } from '#shared/print/base.ts';
import { layoutPrint } from '#shared/print/products.ts';
import type { Sheet } from '#shared/print/sheet.ts';
import { type Result, ok } from '#shared/result.ts';
import { PrintPage } from './features/print/PrintPage.tsx';
import { ask } from './platform/bridge.ts';

interface Drawing {
  readonly sheets: readonly Sheet[];
  readonly options: Pick<SheetOptions, 'paper' | 'orientation' | 'textSize' | 'language'>;
  /** Becomes the document's title in the PDF. */
  readonly title: string;
}

const drawingOf = (job: RequestReply<'print.job'>): Result<Drawing> => {
  if (job.product === 'key') {
    const { language } = job.options;
    const sheet = layoutKeySheet(job.key, printSheetWords(language));
    return ok({
      sheets: [sheet],
      options: { paper: 'A4', orientation: 'portrait', textSize: 'normal', language },
      title: sheet.title,
    });
  }
  const { records, options, now, number } = job;
  const plan = planOf(records);
  const sheets = layoutPrint(plan, options, { now, number });
  if (!sheets.ok) return sheets;
  return ok({ sheets: sheets.value, options, title: [...plan.exercise.values()][0]?.name ?? 'Entente' });
};

const draw = async (place: HTMLElement): Promise<Result<{ readonly pages: number }>> => {
  const job = await ask('print.job', undefined);
  if (!job.ok) return job;
  const drawing = drawingOf(job.value);
  if (!drawing.ok) return drawing;
  const { sheets, options, title } = drawing.value;
  document.documentElement.lang = options.language;
  document.title = title;
  flushSync(() => createRoot(place).render(<PrintPage sheets={sheets} options={options} />));
  await document.fonts.ready;
  return ok({ pages: sheets.length });
};

const place = document.getElementById('root');
if (place !== null) {
  const drawn = await draw(place);
  await ask('print.ready', drawn.ok ? drawn.value : { failure: drawn.error });
}
