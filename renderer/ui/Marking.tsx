import { Tooltip } from '@mantine/core';
import { type Label, markingColour, markingText } from '#shared/label/label.ts';
import type { Labelling } from '#shared/label/policies.ts';
import { useLabelling } from '../state/labelling.ts';
import { useWords } from './words.ts';
import './marking.css';

interface MarkingProps {
  readonly label: Label;
  /** Whose policies it is of, where that is not the open exercise. */
  readonly by?: Labelling;
}

/** A handling mark in words, on its policy's colour; the colour never stands alone. */
export const Marking = ({ label, by }: MarkingProps) => {
  const t = useWords();
  const own = useLabelling();
  const labelling = by ?? own;
  const text = markingText(label, labelling);
  return (
    <Tooltip multiline maw={420} label={`${text} (${t('ui.markingHint')})`}>
      <span className="marking" style={{ backgroundColor: markingColour(label, labelling) }}>
        {text}
      </span>
    </Tooltip>
  );
};
