import { Text } from '@mantine/core';
import { type LinkEnd, linkTimes } from '#shared/plan/dependency/ends.ts';
import type { Dependency } from '#shared/plan/dependency/schema.ts';
import { scheduledSpan } from '#shared/plan/times.ts';
import { formatDuration } from '#shared/time/display.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { useResolveTime, useTimeContext, useTimeText } from '../../state/time.ts';
import { useWords, wordFor } from '../words.ts';

interface StandingProps {
  readonly link: Dependency;
  /** What comes first, and what waits for it. */
  readonly before: LinkEnd;
  readonly after: LinkEnd;
  /** The end that is told of. */
  readonly of: 'before' | 'after';
}

/** The end at which a type of link takes what comes first, or what waits. */
const edgeOf = (type: Dependency['type'], of: 'before' | 'after'): 'start' | 'end' => {
  const letter = of === 'before' ? type[0] : type[1];
  return letter === 'F' ? 'end' : 'start';
};

/** When the other end begins or ends, as the link takes it, and how much is missing where the link is not kept. */
export const LinkStanding = ({ link, before, after, of }: StandingProps) => {
  const t = useWords();
  const { locale } = useTimeContext();
  const timeText = useTimeText();
  const resolve = useResolveTime();
  const [first, second] = [scheduledSpan(before, resolve), scheduledSpan(after, resolve)];
  const span = of === 'before' ? first : second;
  if (span === undefined) return null;
  const { kind } = of === 'before' ? before : after;
  const edge = edgeOf(link.type, of);
  const times = first === undefined || second === undefined ? undefined : linkTimes(link, first, second);
  const missing = times === undefined ? 0 : times.leave + link.lagMinutes * MINUTE - times.reach;
  return (
    <Text size="xs" c="dimmed" className="figure">
      {wordFor(`activity.linkAt.${kind}.${edge}`, { at: timeText(span[edge]) })}
      {missing > 0 && (
        <Text span inherit c="var(--mantine-color-error)">
          {` · ${t('activity.linkMissing', { by: formatDuration(missing, locale) })}`}
        </Text>
      )}
    </Text>
  );
};
