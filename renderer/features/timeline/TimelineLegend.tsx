import { useLayoutEffect, useRef, useState } from 'react';
import type { Colouring, LegendEntry } from '#shared/timeline/colouring.ts';
import { PARTICIPANT_HUES } from '#shared/timeline/palette.ts';
import { useWords } from '../../ui/words.ts';
import { valueWord, withoutWord } from './fieldWords.ts';

const hueClass = (hue: number): string =>
  hue < PARTICIPANT_HUES ? `participant-${hue}` : `timeline-hue-${hue - PARTICIPANT_HUES}`;

/** More are not written out: nobody finds a colour among them. */
const MOST = 200;
/** Pixels that the button needs behind the last entry. */
const BUTTON = 110;

/** How many children of a line fit into its width, with room for the button where not all do. */
const fitting = (line: HTMLElement): number => {
  const entries = [...line.children].filter((child) => child.tagName === 'SPAN') as HTMLElement[];
  const { left, width } = line.getBoundingClientRect();
  const ends = entries.map((entry) => entry.getBoundingClientRect().right - left + 8);
  if ((ends.at(-1) ?? 0) <= width) return entries.length;
  return Math.max(1, ends.filter((end) => end <= width - BUTTON).length);
};

/** How many of the entries, that of strips with them, stand on one line; measured again when the line gets another width. */
const useFitting = (legend: readonly LegendEntry[], crowded: boolean, folded: boolean) => {
  const line = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState(legend.length + Number(crowded));
  useLayoutEffect(() => {
    const element = line.current;
    if (element === null || !folded) return undefined;
    const measure = (): void => setFit(fitting(element));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [legend, crowded, folded]);
  return { line, fit };
};

const Entries = ({ by, legend, fit }: Pick<Colouring, 'by' | 'legend'> & { readonly fit: number }) =>
  legend.map(({ value, title, hue }, index) => (
    <span key={value} data-over={index >= fit || undefined}>
      <i className={`timeline-swatch ${hueClass(hue)}`} />
      {title === '' ? withoutWord(by) : valueWord(by, title)}
    </span>
  ));

/** What the strips of crowded rows are, while there are any. */
const StripEntry = () => {
  const t = useWords();
  return (
    <span title={t('timeline.stripCrowded')}>
      <i className="timeline-strip-swatch" />
      {t('timeline.strip')}
    </span>
  );
};

interface LegendProps {
  readonly colouring: Colouring;
  /** Whether rows count in strips what is too narrow to be read. */
  readonly crowded: boolean;
}

/** What the colours of the bars mean: on one line as far as they go, all of them when it is unfolded. */
export const TimelineLegend = ({ colouring: { by, legend }, crowded }: LegendProps) => {
  const t = useWords();
  const [folded, setFolded] = useState(true);
  const shown = legend.slice(0, MOST);
  const { line, fit: spans } = useFitting(legend, crowded, folded);
  const fit = crowded ? spans - 1 : spans;
  if (legend.length === 0) return null;
  const more = legend.length - (folded ? Math.min(fit, shown.length) : shown.length);
  const foldable = !folded || more > 0;
  return (
    <div
      ref={line}
      className="timeline-legend"
      role="note"
      aria-label={t('timeline.legend')}
      tabIndex={0}
      data-folded={folded || undefined}
    >
      {crowded && <StripEntry />}
      <Entries by={by} legend={shown} fit={folded ? fit : shown.length} />
      {!folded && more > 0 && <span>{t('timeline.legendMore', { count: more })}</span>}
      {foldable && (
        <button type="button" className="link" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {folded ? t('timeline.legendMore', { count: more }) : t('timeline.legendLess')}
        </button>
      )}
    </div>
  );
};
