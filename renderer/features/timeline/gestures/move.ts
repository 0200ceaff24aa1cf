/**
 * Moving bars in time and to other rows, and changing their length: ghosts while it lasts, one step when it ends,
 * nothing on Escape. Alt suspends snapping, Shift takes along all that waits for them.
 */
import { roomWithin } from '#shared/plan/movement/resize.ts';
import { followersOf } from '#shared/plan/schedule/follow.ts';
import type { Scheduled } from '#shared/plan/schedule/scheduled.ts';
import { type PlanState, find } from '#shared/plan/state.ts';
import { type ResolveTime, timeResolver } from '#shared/plan/times.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import type { BoardRow } from '#shared/timeline/board.ts';
import type { Ghost } from '#shared/timeline/gesture.ts';
import type { Snapped } from '#shared/timeline/snap.ts';
import type { Failure } from '#shared/result.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { select, selectRecords } from '../../../state/view.ts';
import { tellFailure } from '../../../ui/perform.ts';
import { sentenceFor, wordFor } from '../../../ui/words.ts';
import { chosen } from '../chosen.ts';
import { groupRow, useCursor } from '../cursor.ts';
import { moveBars, resizeBars, shiftBars, whyNotToRow } from '../edits.ts';
import { showGesture } from '../gesture.ts';
import { spanReadings } from '../readings.ts';
import { rowName } from '../rowName.ts';
import { snapper } from '../snapping.ts';
import { useViewport } from '../viewport.ts';
import { follow } from './follow.ts';
import { boardY } from './place.ts';
import type { Press, PressHandler } from './press.ts';

type Grip = 'move' | 'start' | 'end';

/** Selects as lists do: alone, toggled with Ctrl; a press on what is selected keeps it for the drag. */
const chosenAfterPress = (event: PointerEvent, { kind, id }: Bar, { selected }: Press): readonly Scheduled[] => {
  // The order of selection is the order in which links will run.
  const before = chosen();
  if (event.ctrlKey || event.metaKey)
    return selected.has(id) ? before.filter((record) => record.id !== id) : [...before, { kind, id }];
  return selected.has(id) ? before : [{ kind, id }];
};

/** A bar moved as a whole comes to rest by its start, unless only its end meets an anchor or another bar. */
const restOf = (bar: Bar, grip: Grip, delta: number, snap: (at: number) => Snapped): number => {
  if (grip === 'end') return snap(bar.end + delta).at - bar.end;
  const start = snap(bar.start + delta);
  if (grip === 'start' || start.to !== 'grid') return start.at - bar.start;
  const end = snap(bar.end + delta);
  return end.to === 'grid' ? start.at - bar.start : end.at - bar.end;
};

/** How far an end can be drawn inwards: a movement's first and last leg end where they have no length left. */
const roomOf = (bar: Bar, grip: Grip, plan: PlanState, resolve: ResolveTime): number => {
  const movement = bar.kind === 'movement' && grip !== 'move' ? find(plan, 'movement', bar.id) : undefined;
  const whole = bar.end - bar.start;
  if (movement === undefined || grip === 'move') return whole;
  return roomWithin(movement, grip, resolve) ?? whole;
};

const limited = (grip: Grip, delta: number, room: number): number => {
  const whole = Math.round(delta / MINUTE) * MINUTE;
  if (grip === 'start') return Math.min(whole, room);
  return grip === 'end' ? Math.max(whole, -room) : whole;
};

interface Drag {
  readonly delta: number;
  /** The row that it will stand in, where that is another. */
  readonly row: BoardRow | undefined;
  /** Why it cannot stand in the row under the pointer. */
  readonly refused: Failure | undefined;
  readonly following: boolean;
}

/** What a bar will be; `room` is how far its end can be drawn, which another that is drawn along may not have. */
const ghostOf = (bar: Bar, grip: Grip, { delta, row }: Drag, room: number): Ghost => {
  const own = limited(grip, delta, room);
  return {
    id: bar.id,
    start: grip === 'end' ? bar.start : bar.start + own,
    end: grip === 'start' ? bar.end : bar.end + own,
    ...(row === undefined ? {} : { row: row.key }),
  };
};

/** The group's row under the pointer, where it is another than that from which the bars are dragged. */
const rowUnder = ({ model, hitAt }: Press, from: BoardRow | undefined, event: PointerEvent): BoardRow | undefined => {
  const row = groupRow(model.board, hitAt(event.clientX, event.clientY)?.row);
  return row === undefined || row.key === from?.key ? undefined : row;
};

/** Why the bars cannot be moved to a row, asked once for each. */
const refusalsOf = (
  { model }: Press,
  records: readonly Scheduled[],
  from: BoardRow | undefined,
): ((row: BoardRow) => Failure | undefined) => {
  const { by } = model.board;
  const known = new Map<string, Failure | undefined>();
  return ({ key }) => {
    if (!known.has(key)) known.set(key, whyNotToRow(records, { by, key: from?.key ?? '' }, { by, key }));
    return known.get(key);
  };
};

const noteOf = (by: string, ghost: Ghost, { row, refused }: Drag, followers: number): readonly string[] => [
  ...spanReadings(ghost),
  ...(row === undefined ? [] : [`→ ${rowName(by, row.title)}`]),
  ...(refused === undefined ? [] : [sentenceFor(refused)]),
  ...(followers === 0 ? [] : [wordFor('editing.said.following', { count: followers })]),
];

/** Follows the drag of a bar; `bars` are all that it moves. */
const dragBars = (press: Press, bar: Bar, grip: Grip, bars: readonly Bar[]): void => {
  const { model, event, hit } = press;
  const from = hit.on === 'bar' ? groupRow(model.board, hit.row) : undefined;
  const records: readonly Scheduled[] = bars.map(({ kind, id }) => ({ kind, id }));
  const followers = grip === 'move' ? followersOf(model.plan, records, 'links') : [];
  const behind = new Set(followers.map(({ id }) => id));
  const waiting = model.bars.filter(({ id }) => behind.has(id));
  const alone = new Set(bars.map(({ id }) => id));
  const all = new Set([...alone, ...behind]);
  const [snapAlone, snapAll] = [snapper(model, alone), snapper(model, all)];
  const resolve = timeResolver(model.plan);
  const room = roomOf(bar, grip, model.plan, resolve);
  const drawn = bars.map((each) => ({ bar: each, room: roomOf(each, grip, model.plan, resolve) }));
  const refusal = refusalsOf(press, records, from);
  let drag: Drag = { delta: 0, row: undefined, refused: undefined, following: false };
  const onMove = (move: PointerEvent): void => {
    const following = move.shiftKey && followers.length > 0;
    const wanted = (move.clientX - event.clientX) * useViewport.getState().msPerPixel;
    const snap = (at: number): Snapped => (following ? snapAll : snapAlone)(at, move.altKey);
    const delta = limited(grip, restOf(bar, grip, wanted, snap), room);
    const over = grip === 'move' && !following ? rowUnder(press, from, move) : undefined;
    const refused = over === undefined ? undefined : refusal(over);
    drag = { delta, following, refused, row: refused === undefined ? over : undefined };
    const own = ghostOf(bar, grip, drag, room);
    showGesture({
      moved: following ? all : alone,
      ghosts: [
        ...drawn.map((each) => ghostOf(each.bar, grip, drag, each.room)),
        ...(following ? waiting.map((each) => ghostOf(each, 'move', drag, 0)) : []),
      ],
      snap: grip === 'end' ? own.end : own.start,
      note: { text: noteOf(model.board.by, own, drag, following ? followers.length : 0), ...boardY(press, move) },
    });
  };
  const onDone = (): void => {
    const by = { unit: 'minute', n: drag.delta / MINUTE } as const;
    if (grip !== 'move') resizeBars(records, grip, drag.delta);
    else if (drag.following) shiftBars(records, by, 'links');
    else {
      const rows = {
        from: { by: model.board.by, key: from?.key ?? '' },
        to: { by: model.board.by, key: drag.row?.key ?? '' },
      };
      if (drag.refused !== undefined && drag.delta === 0) tellFailure(drag.refused);
      if (drag.row !== undefined || drag.delta !== 0) moveBars(records, by, drag.row === undefined ? undefined : rows);
    }
  };
  // Let go without a move, a press on one of several selected bars leaves only that one selected.
  const onClick = (): void => {
    if (!event.ctrlKey && !event.metaKey) select(bar.kind, [bar.id]);
  };
  follow(event, { onMove, onDone, onClick, onEnd: () => showGesture(null) });
};

/** A press on a bar selects it; from there on all that is selected is dragged by its body or by an end. */
export const pressBar: PressHandler = (press) => {
  const { hit, event, model } = press;
  if (hit.on !== 'bar' || hit.part === 'link-start' || hit.part === 'link-end') return false;
  const { bar } = hit;
  const grip: Grip = hit.part === 'body' ? 'move' : hit.part;
  const after = chosenAfterPress(event, bar, press);
  selectRecords(after);
  useCursor.setState({ row: hit.row.key });
  // An end of one of several selected bars draws the same end of all of them.
  const moved = new Set(after.map(({ id }) => id));
  if (moved.has(bar.id))
    dragBars(
      press,
      bar,
      grip,
      model.board.bars.filter(({ id }) => moved.has(id)),
    );
  return true;
};
