/** The print page: fetches a job from main, lays the sheets out, draws them, says that they stand, and waits for more. */
import { planOf } from '#shared/plan/state.ts';
import type { RequestReply } from '#shared/contract/ipc.ts';
import { layoutKeySheet } from '#shared/print/keySheet.ts';
import { printSheetWords } from '#shared/print/keyWords.ts';
import type { SheetOptions } from '#shared/print/base.ts';
import { layoutPrint } from '#shared/print/products.ts';
import type { Sheet } from '#shared/print/sheet.ts';
import { type Result, ok } from '#shared/result.ts';
import { drawPages } from './features/print/printPage.ts';
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

const draw = async (
  place: HTMLElement,
  job: RequestReply<'print.job'>,
): Promise<Result<{ readonly pages: number }>> => {
  const drawing = drawingOf(job);
  if (!drawing.ok) return drawing;
  const { sheets, options, title } = drawing.value;
  document.documentElement.lang = options.language;
  document.title = title;
  drawPages(place, sheets, options);
  await document.fonts.ready;
  return ok({ pages: sheets.length });
};

/** One job after the other, each on an empty page; ends when main has no further one. */
const serve = async (place: HTMLElement): Promise<void> => {
  for (;;) {
    const job = await ask('print.job', undefined);
    if (!job.ok) return;
    const drawn = await draw(place, job.value);
    // Answered once the sheets are printed: nothing of them stays in the page.
    await ask('print.ready', drawn.ok ? drawn.value : { failure: drawn.error });
    place.replaceChildren();
    document.title = '';
  }
};

const place = document.getElementById('root');
if (place !== null) void serve(place);
