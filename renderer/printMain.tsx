/** The print page: fetches its job from main, lays the sheets out, draws them, and says that they stand. */
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { planOf } from '#shared/plan/state.ts';
import { layoutTimeline } from '#shared/print/layout.ts';
import { type Result, ok } from '#shared/result.ts';
import { PrintPage } from './features/print/PrintPage.tsx';
import { ask } from './platform/bridge.ts';

const draw = async (place: HTMLElement): Promise<Result<{ readonly pages: number }>> => {
  const job = await ask('print.job', undefined);
  if (!job.ok) return job;
  const { records, options, now } = job.value;
  const plan = planOf(records);
  const sheets = layoutTimeline(plan, options, now);
  if (!sheets.ok) return sheets;
  document.documentElement.lang = options.language;
  // The title becomes the document's title in the PDF.
  document.title = [...plan.exercise.values()][0]?.name ?? 'Entente';
  flushSync(() => createRoot(place).render(<PrintPage sheets={sheets.value} options={options} />));
  await document.fonts.ready;
  return ok({ pages: sheets.value.length });
};

const place = document.getElementById('root');
if (place !== null) {
  const drawn = await draw(place);
  await ask('print.ready', drawn.ok ? drawn.value : { failure: drawn.error });
}
