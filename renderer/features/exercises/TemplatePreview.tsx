import { useMemo } from 'react';
import type { ExerciseTemplate } from '#shared/reference/templates.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { applyOffset } from '#shared/time/when.ts';
import { instantMs } from '../../state/time.ts';
import { useWords, wordFor } from '../../ui/words.ts';

interface PreviewProps {
  readonly template: ExerciseTemplate | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly zone: string;
}

/** What a template will lay out, with the groups on which it will fall. */
export const TemplatePreview = ({ template, start, end, zone }: PreviewProps) => {
  const t = useWords();
  const lines = useMemo(() => {
    const anchors = { STARTEX: instantMs(start), ENDEX: instantMs(end) };
    return (template?.items ?? [])
      .flatMap((item) => {
        const from = anchors[item.anchor];
        if (from === undefined) return [];
        return { item, at: applyOffset(from, { unit: 'day', n: item.days, time: item.time }, zone) };
      })
      .sort((a, b) => a.at - b.at);
  }, [template, start, end, zone]);
  return (
    <section className="exercises-preview exercises-wide" tabIndex={0} aria-label={t('exercises.form.lays')}>
      {template === undefined ? (
        t('exercises.form.blankHint')
      ) : (
        <>
          {t('templates.hint')}
          <ul>
            {lines.map(({ item, at }) => (
              <li key={item.id}>
                <span className="exercises-preview-when figure">{formatDtg(at)}</span>
                <span>{wordFor(`templates.item.${item.id}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
