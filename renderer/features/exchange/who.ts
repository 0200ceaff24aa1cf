/**
 * Who wrote a value and when, in words: only what somebody signed. A stamp names a data folder; that it writes for an
 * identity is that identity's word in a signed bundle, and whatever else stands in a bundle is its originator's word.
 */
import { useCallback } from 'react';
import type { OpenedBundle } from '#shared/contract/exchange.ts';
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

/** A bundle whose values are told of: its originator, and who by its word writes for it. */
export type Speaker = Pick<OpenedBundle, 'kid' | 'originator' | 'originatorName' | 'authors'>;

/**
 * The identities that signed for an author, by the keys known here.
 * @param speaker the bundle under review, which is not taken in yet
 */
const useNames = (speaker: Speaker | null): ((author: string) => readonly string[]) => {
  const { own, partners, authors } = usePartners();
  return useCallback(
    (author) => {
      const names = new Set<string>();
      for (const { kid } of authors.filter((one) => one.author === author)) {
        const card = own?.kid === kid ? own : partners.find((partner) => partner.kid === kid);
        if (card !== undefined) names.add(`${card.nation} ${card.name}`);
      }
      if (speaker?.authors.includes(author) === true) names.add(`${speaker.originator} ${speaker.originatorName}`);
      return [...names];
    },
    [own, partners, authors, speaker],
  );
};

/**
 * @param speaker the bundle under review; null for what stands in the plan
 * @returns what tells of a stamp; with `theirs` of one in that bundle. An author that nobody signed for, or more than
 *   one, goes by the name in its stamps.
 */
export const useWho = (speaker: Speaker | null = null): ((stamp: Stamp, theirs?: boolean) => Who) => {
  const t = useWords();
  const timeText = useTimeText();
  const { author: me } = useActor();
  const namesOf = useNames(speaker);
  return useCallback(
    (stamp, theirs = false) => {
      const when = timeText(startOfMinute(stampMs(stamp)));
      const author = stampAuthor(stamp);
      const [only, ...others] = author === me ? [t('review.you')] : namesOf(author);
      const writer = only === undefined || others.length > 0 ? t('review.unsignedAuthor', { author }) : only;
      if (!theirs || speaker === null) return { name: writer, when };
      const by = `${speaker.originator} ${speaker.originatorName}`;
      return { name: writer === by ? by : t('review.byWord', { writer, by }), when };
    },
    [me, namesOf, speaker, t, timeText],
  );
};
