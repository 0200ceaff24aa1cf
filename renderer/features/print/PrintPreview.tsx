import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useWords } from '../../ui/words.ts';
import type { SheetHead } from './layoutDesk.ts';
import { SheetView } from './SheetView.tsx';
import { useItems } from './useSheets.ts';

const GAP = 16;
const THUMB_WIDTH = 92;
const THUMB_CAPTION = 20;

interface PreviewProps {
  /** Number of the layout whose sheets these are. */
  readonly layout: number;
  readonly sheets: readonly SheetHead[];
  /** Width of a sheet in CSS pixels. */
  readonly width: number;
  readonly current: number;
  /** The sheet that stands at the top while someone scrolls. */
  readonly onCurrent: (index: number) => void;
  /** Rises when `current` was chosen elsewhere and the preview has to follow. */
  readonly jump: number;
}

const heightOf = (sheet: SheetHead | undefined, width: number): number =>
  sheet === undefined ? 0 : (width * sheet.height) / sheet.width;

interface ShownProps {
  readonly layout: number;
  readonly index: number;
  readonly head: SheetHead;
  readonly width: number;
}

/** One sheet in sight, with what the desk has drawn on it. */
const ShownSheet = ({ layout, index, head, width }: ShownProps) => {
  const items = useItems(layout, index);
  const sheet = useMemo(() => ({ ...head, items }), [head, items]);
  return <SheetView sheet={sheet} width={width} />;
};

/** The sheets one below the other, as they will lie on paper; only those in sight are drawn. */
export const PrintPreview = ({ layout, sheets, width, current, onCurrent, jump }: PreviewProps) => {
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
                <ShownSheet layout={layout} index={index} head={sheet} width={width} />
              </div>
            )
          );
        })}
      </div>
    </section>
  );
};

interface ThumbnailsProps {
  readonly layout: number;
  readonly sheets: readonly SheetHead[];
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
export const PrintThumbnails = ({ layout, sheets, current, onPick }: ThumbnailsProps) => {
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
                <ShownSheet layout={layout} index={index} head={sheet} width={THUMB_WIDTH} />
                <span>{sheet.reference}</span>
              </button>
            )
          );
        })}
      </div>
    </div>
  );
};
