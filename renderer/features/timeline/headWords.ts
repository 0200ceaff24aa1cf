import { useMemo } from 'react';
import { find } from '#shared/plan/state.ts';
import type { BoardRow } from '#shared/timeline/board.ts';
import type { HeadPicture, HeadWords } from '#shared/timeline/draw/heads.ts';
import { laneTarget } from '#shared/timeline/fields.ts';
import { flagUrl, useFlags } from '../../ui/Flag.tsx';
import { symbolUrl } from '../../ui/symbol/symbolUrl.ts';
import { useWords } from '../../ui/words.ts';
import { valueWord, withoutWord } from './fieldWords.ts';
import type { TimelineModel } from './useTimelineModel.ts';

/** Names, symbols and flags of the rows in the language and theme of the moment. */
export const useHeadWords = ({ plan, board }: TimelineModel, scheme: 'light' | 'dark'): HeadWords => {
  const flags = useFlags();
  // Drawn anew in another language.
  useWords();
  const without = withoutWord(board.by);
  return useMemo(() => {
    const { by } = board;
    const nameOf = (row: BoardRow): string => {
      if (row.kind === 'bar' || row.title !== '') return row.kind === 'bar' ? row.title : valueWord(by, row.title);
      return without;
    };
    const pictureOf = (row: BoardRow): HeadPicture | undefined => {
      const { sidc } = row;
      if (sidc !== undefined) return { key: `${sidc} ${scheme}`, href: () => symbolUrl(sidc, 24, scheme), height: 20 };
      if (row.kind === 'bar' || (laneTarget(by) !== 'participant' && by !== 'unit')) return undefined;
      const flag = find(plan, 'participant', row.record)?.flag;
      if (flag === undefined || flags?.[flag] === undefined) return undefined;
      return { key: `flag ${flag}`, href: () => flagUrl(flags, flag), height: 14 };
    };
    return { nameOf, pictureOf };
  }, [plan, board, flags, scheme, without]);
};
