import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { createRecord } from '#shared/plan/commands.ts';
import type { Anchor } from '#shared/plan/anchor/schema.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { formatInstant } from '#shared/time/instant.ts';
import { formatWhen } from '#shared/time/display.ts';
import { useExercise, useRecords } from '../../state/records.ts';
import { instantMs, useResolveTime, useTimeContext } from '../../state/time.ts';
import { openInspector, revealRecord, select } from '../../state/view.ts';
import { perform } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';
import { Section } from './Section.tsx';

/** The usual anchors in the order in which planners add them; then letters that are free. */
const USUAL = ['STARTEX', 'ENDEX', 'C', 'D', 'H', 'M', 'E', 'F', 'G', 'K', 'L', 'N', 'P', 'Q', 'R', 'S', 'T'];

const MOST = 60;

const freeCode = (anchors: readonly Anchor[]): string =>
  USUAL.find((code) => anchors.every((anchor) => anchor.code !== code)) ?? `X${anchors.length + 1}`;

/** The anchors of the exercise with the groups on which they fall. */
export const AnchorList = () => {
  const t = useWords();
  const exercise = useExercise();
  const anchors = useRecords('anchor');
  const resolve = useResolveTime();
  const context = useTimeContext();
  const add = (): void => {
    const code = freeCode(anchors);
    const start = instantMs(code === 'ENDEX' ? exercise?.end : exercise?.start) ?? context.reference;
    const made = perform((command) =>
      createRecord(command, 'anchor', {
        code,
        counts: code === 'H' ? 'hour' : 'day',
        at: { at: formatInstant(start) },
      }),
    );
    const id = made.ok ? made.value.ops[0]?.id : undefined;
    if (id === undefined) return;
    select('anchor', [id]);
    openInspector();
  };
  const dated = anchors
    .map((anchor) => ({ anchor, at: resolve(anchor.at) }))
    .sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY));
  return (
    <Section
      title={t('overview.anchors')}
      aside={
        <Button variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('overview.addAnchor')}
        </Button>
      }
    >
      {dated.length === 0 ? (
        <Text c="dimmed">{t('overview.anchorsEmpty')}</Text>
      ) : (
        <ul className="overview-list">
          {dated.slice(0, MOST).map(({ anchor, at }) => (
            <li key={anchor.id} className="overview-line">
              <span className="overview-when figure">{at === undefined ? t('overview.undated') : formatDtg(at)}</span>
              <button type="button" className="link overview-what" onClick={() => revealRecord('anchor', anchor.id)}>
                <strong>{anchor.code}</strong> {anchor.name}
              </button>
              <span className="overview-away figure">
                {'anchor' in anchor.at ? formatWhen(anchor.at, context) : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
