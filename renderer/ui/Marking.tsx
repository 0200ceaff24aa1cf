import { Tooltip } from '@mantine/core';
import { type Label, markingColour, markingText } from '#shared/label/label.ts';
import { useLabelling } from '../state/labelling.ts';
import { useWords } from './words.ts';
import './marking.css';

/** A handling mark in words, on its policy's colour; the colour never stands alone. */
export const Marking = ({ label }: { readonly label: Label }) => {
  const t = useWords();
  const labelling = useLabelling();
  return (
    <Tooltip label={t('ui.markingHint')}>
      <span className="marking" style={{ backgroundColor: markingColour(label, labelling) }}>
        {markingText(label, labelling)}
      </span>
    </Tooltip>
  );
};
