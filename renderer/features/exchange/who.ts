/** Who wrote a value and when, in words: the nation and name behind a stamp, as far as they are known here. */
import { useCallback } from 'react';
import { type Authors, nationOfStamp } from '#shared/plan/merge/authors.ts';
import { type Stamp, stampAuthor, stampMs } from '#shared/time/clock.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { useActor } from '../../state/actor.ts';
import { useTimeText } from '../../state/time.ts';
import { useWords } from '../../ui/words.ts';
import { usePartners } from './partners.ts';

export interface Who {
  readonly name: string;
  readonly when: string;
}

/** @returns what tells of a stamp; an author of whom nothing is known goes by the name in its stamps. */
export const useWho = (authors: Authors): ((stamp: Stamp) => Who) => {
  const t = useWords();
  const timeText = useTimeText();
  const { author: me, nation: mine } = useActor();
  const partners = usePartners((state) => state.partners);
  return useCallback(
    (stamp) => {
      const when = timeText(startOfMinute(stampMs(stamp)));
      const author = stampAuthor(stamp);
      if (author === me) return { name: t('review.you'), when };
      const nation = nationOfStamp(authors, stamp);
      if (nation === undefined) return { name: t('review.unknownAuthor', { author }), when };
      if (nation === mine) return { name: t('review.ownNation', { nation }), when };
      // Two cells of one nation cannot be told apart by a stamp.
      const named = partners.filter((partner) => partner.nation === nation && partner.state !== 'superseded');
      return { name: named.length === 1 ? `${nation} ${named[0]?.name ?? ''}` : nation, when };
    },
    [authors, me, mine, partners, t, timeText],
  );
};
