import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Sheet } from '#shared/print/sheet.ts';
import { useWords } from '../../ui/words.ts';
import { SheetView } from './SheetView.tsx';

const GAP = 16;
const THUMB_WIDTH = 92;
const THUMB_CAPTION = 20;

interface PreviewProps {
  readonly sheets: readonly Sheet[];
  /** Width of a sheet in CSS pixels. */
  readonly width: number;
  readonly current: number;
  /** The sheet that stands at the top while someone scrolls. */
  readonly onCurrent: (index: number) => void;
  /** Rises when `current` was chosen elsewhere and the preview has to follow. */
  readonly jump: number;
}

const heightOf = (sheet: Sheet | undefined, width: number): number =>
  sheet === undefined ? 0 : (width * sheet.height) / sheet.width;

/** The sheets one below the other, as they will lie on paper; only those in sight are drawn. */
export const PrintPreview = ({ sheets, width, current, onCurrent, jump }: PreviewProps) => {
  const t = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const step = heightOf(sheets[0], width) + GAP;
  const virtual = useVirtualizer({
    count: sheets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => step,
    overscan: 1,
  });
  useEffect(() => virtual.measure(), [virtual, step]);
  useEffect(() => {
    if (jump > 0) virtual.scrollToIndex(current, { align: 'start' });
    // Only a jump moves the preview: while it scrolls, `current` follows it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [jump]);
  return (
    <section
      ref={scroller}
      className="print-preview"
      aria-label={t('print.sheets')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
      tabIndex={0}
      onScroll={(event) =>
        onCurrent(Math.min(sheets.length - 1, Math.floor((event.currentTarget.scrollTop + step / 2) / step)))
      }
    >
      <div className="print-preview-inner" style={{ height: virtual.getTotalSize(), width: width + 2 * GAP }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const sheet = sheets[index];
          return (
            sheet !== undefined && (
              <div key={index} className="print-preview-sheet" style={{ top: start + GAP / 2, left: GAP }}>
                <SheetView sheet={sheet} width={width} />
              </div>
            )
          );
        })}
      </div>
    </section>
  );
};

interface ThumbnailsProps {
  readonly sheets: readonly Sheet[];
  readonly current: number;
  readonly onPick: (index: number) => void;
}

const move = (key: string, index: number, last: number): number | undefined => {
  if (key === 'ArrowDown') return Math.min(last, index + 1);
  if (key === 'ArrowUp') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
};

/** All sheets small, to go to one of them; the arrow keys walk through them. */
export const PrintThumbnails = ({ sheets, current, onPick }: ThumbnailsProps) => {
  const t = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const step = heightOf(sheets[0], THUMB_WIDTH) + THUMB_CAPTION + 10;
  const virtual = useVirtualizer({
    count: sheets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => step,
    overscan: 2,
  });
  useEffect(() => virtual.measure(), [virtual, step]);
  useEffect(() => virtual.scrollToIndex(current), [virtual, current]);
  return (
    <div
      ref={scroller}
      className="print-thumbnails"
      role="listbox"
      tabIndex={0}
      aria-label={t('print.thumbnails')}
      aria-activedescendant={`print-thumbnail-${current}`}
      onKeyDown={(event) => {
        const next = move(event.key, current, sheets.length - 1);
        if (next === undefined) return;
        event.preventDefault();
        onPick(next);
      }}
    >
      <div role="presentation" className="print-preview-inner" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const sheet = sheets[index];
          return (
            sheet !== undefined && (
              <button
                type="button"
                tabIndex={-1}
                key={index}
                id={`print-thumbnail-${index}`}
                role="option"
                aria-selected={index === current}
                aria-label={sheet.title}
                className="print-thumbnail"
                style={{ top: start }}
                onClick={() => onPick(index)}
              >
                <SheetView sheet={sheet} width={THUMB_WIDTH} />
                <span>{sheet.reference}</span>
              </button>
            )
          );
        })}
      </div>
    </div>
  );
};
