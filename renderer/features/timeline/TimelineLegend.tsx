import type { Colouring } from '#shared/timeline/colouring.ts';
import { PARTICIPANT_HUES } from '#shared/timeline/palette.ts';
import { useWords } from '../../ui/words.ts';
import { valueWord } from './headWords.ts';

const hueClass = (hue: number): string =>
  hue < PARTICIPANT_HUES ? `participant-${hue}` : `timeline-hue-${hue - PARTICIPANT_HUES}`;

/** What the colours of the bars mean. */
export const TimelineLegend = ({ colouring: { by, legend } }: { readonly colouring: Colouring }) => {
  const t = useWords();
  if (legend.length === 0) return null;
  return (
    <div className="timeline-legend" role="note" aria-label={t('timeline.legend')} tabIndex={0}>
      {legend.map(({ value, title, hue }) => (
        <span key={value}>
          <i className={`timeline-swatch ${hueClass(hue)}`} />
          {title === '' ? t('timeline.without') : valueWord(by, title)}
        </span>
      ))}
    </div>
  );
};
