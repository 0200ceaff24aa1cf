import type { Sheet } from '#shared/print/sheet.ts';
import type { SheetOptions } from '#shared/print/base.ts';
import { magnification } from '#shared/print/papers.ts';
import { SheetView } from './SheetView.tsx';
import './printPage.css';

interface PrintPageProps {
  readonly sheets: readonly Sheet[];
  readonly options: Pick<SheetOptions, 'paper' | 'orientation' | 'textSize'>;
}

/** All sheets one below the other, a page of paper each. */
export const PrintPage = ({ sheets, options }: PrintPageProps) => (
  <main className={`print-pages print-${options.paper}-${options.orientation}`}>
    {sheets.map((sheet) => (
      <section key={sheet.page} className="print-page">
        <SheetView sheet={sheet} width={`${sheet.width * magnification(options)}mm`} tagged />
      </section>
    ))}
  </main>
);
