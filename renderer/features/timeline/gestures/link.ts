/**
 * Drawing a dependency from an end of a bar to an end of another, activities and movements alike: the ends say its type. With Alt the distance that
 * is between them now becomes the lag.
 */
import { type LinkTerms, linkInOrder, typeBetween } from '#shared/plan/dependency/commands.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import { BAR_HEIGHT, type BoardRow, laneTop } from '#shared/timeline/board.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { formatDuration } from '#shared/time/display.ts';
import { commandContext } from '../../../state/plan.ts';
import { select } from '../../../state/view.ts';
import { sentenceFor } from '../../../ui/words.ts';
import { linkBars } from '../edits.ts';
import { showGesture } from '../gesture.ts';
import { timeContext } from '../readings.ts';
import { follow } from './follow.ts';
import { boardY } from './place.ts';
import type { Press, PressHandler } from './press.ts';

type End = 'start' | 'end';

interface Target {
  readonly bar: Bar;
  readonly end: End;
  readonly y: number;
}

const middle = (row: BoardRow, lane: number): number => laneTop(row, lane) + BAR_HEIGHT / 2;

/** The bar under the pointer and the nearer of its ends; the bar that the line begins at is none. */
const targetAt = ({ hitAt }: Press, from: Bar, event: PointerEvent): Target | undefined => {
  const hit = hitAt(event.clientX, event.clientY);
  if (hit?.on !== 'bar' || hit.bar.id === from.id) return undefined;
  const { bar, row, lane, at } = hit;
  return { bar, end: at - bar.start <= bar.end - at ? 'start' : 'end', y: middle(row, lane) };
};

const termsOf = (from: Bar, leave: End, { bar, end }: Target, keepDistance: boolean): LinkTerms => {
  const type = typeBetween(leave, end);
  return { type, lagMinutes: keepDistance ? Math.round((bar[end] - from[leave]) / MINUTE) : 0 };
};

/** Why a link cannot be, as the sentence that would be told; undefined where it can. Asked once for each target. */
const refusals = (from: Bar): ((target: Target, terms: LinkTerms) => string | undefined) => {
  const known = new Map<string, string | undefined>();
  return ({ bar }, terms) => {
    if (!known.has(bar.id)) {
      const draft = linkInOrder(commandContext(), [from.id, bar.id], terms);
      known.set(bar.id, draft.ok || draft.error.code === 'NOTHING_TO_CHANGE' ? undefined : sentenceFor(draft.error));
    }
    return known.get(bar.id);
  };
};

const termsText = (from: Bar, { bar }: Target, { type, lagMinutes }: LinkTerms): string => {
  const lag =
    lagMinutes === 0 ? '' : ` ${lagMinutes > 0 ? '+' : ''}${formatDuration(lagMinutes * MINUTE, timeContext().locale)}`;
  return `${type}${lag}: ${from.title} → ${bar.title}`;
};

export const pressLink: PressHandler = (press) => {
  const { hit, event } = press;
  if (hit.on !== 'bar' || (hit.part !== 'link-start' && hit.part !== 'link-end')) return false;
  const { bar: from } = hit;
  const leave: End = hit.part === 'link-start' ? 'start' : 'end';
  const origin = { at: from[leave], y: middle(hit.row, hit.lane) };
  const refusal = refusals(from);
  let wanted: { readonly bar: Bar; readonly terms: LinkTerms } | undefined;
  follow(event, {
    onMove: (move) => {
      const target = targetAt(press, from, move);
      const here = boardY(press, move);
      if (target === undefined) {
        wanted = undefined;
        showGesture({ ghosts: [], line: { from: origin, to: here } });
        return;
      }
      const terms = termsOf(from, leave, target, move.altKey);
      const refused = refusal(target, terms);
      wanted = { bar: target.bar, terms };
      showGesture({
        ghosts: [],
        line: { from: origin, to: { at: target.bar[target.end], y: target.y }, refused: refused !== undefined },
        note: { text: [refused ?? termsText(from, target, terms)], ...here },
      });
    },
    onDone: () => {
      // What waits is selected, so that the inspector shows the link with its lag.
      if (wanted !== undefined && linkBars([from.id, wanted.bar.id], wanted.terms).ok)
        select(wanted.bar.kind, [wanted.bar.id]);
    },
    onEnd: () => showGesture(null),
  });
  return true;
};
