/** Activities and movements on the clipboard: as cells for a spreadsheet, and as they are for pasting back. */
import { type Clip, clipInRow, clipOf, clipSize, readClip, writeClip } from '#shared/plan/schedule/clip.ts';
import { createdIn, pasteClip } from '#shared/plan/schedule/paste.ts';
import { rowsFixed } from '#shared/plan/schedule/reassign.ts';
import type { Scheduled } from '#shared/plan/schedule/scheduled.ts';
import { stepBetween } from '#shared/plan/schedule/shift.ts';
import { type PlanState, exerciseOf, find } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import type { Step } from '#shared/plan/step.ts';
import { type Result, fail } from '#shared/result.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { type EpochMs, MINUTE } from '#shared/time/instant.ts';
import type { Step as TimeStep } from '#shared/time/step.ts';
import { create } from 'zustand';
import { commandContext, usePlan } from '../../state/plan.ts';
import { selectRecords } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { perform, tellFailure } from '../../ui/perform.ts';
import { tsvOf } from '../../ui/table/tsv.ts';
import { wordFor } from '../../ui/words.ts';
import { chosen, sayDone, spanOf } from './chosen.ts';
import { type RowRef, moveBars, noUnit } from './edits.ts';
import { valueWord } from './fieldWords.ts';

/** Named as ours, so that no other program takes it for text. */
const MIME = 'application/x-entente-schedule+json';

interface Held {
  readonly clip: Clip | undefined;
  /** The cells that were put on the clipboard with it: who pastes those pastes the clip. */
  readonly cells: string;
  /** What will move, rather than be copied, when it is pasted in the exercise it was cut from. */
  readonly cut: ReadonlySet<string>;
  /** The row it was copied in. */
  readonly row: RowRef | undefined;
}

const NOTHING: ReadonlySet<string> = new Set();

export const useHeld = create<Held>()(() => ({ clip: undefined, cells: '', cut: NOTHING, row: undefined }));

/** Leaves in place what was cut. @returns whether there was anything. */
export const dropCut = (): boolean => {
  if (useHeld.getState().cut.size === 0) return false;
  useHeld.setState({ cut: NOTHING });
  announce(wordFor('editing.said.cutDropped'));
  return true;
};

const codesOf = (plan: PlanState, ids: readonly string[]): string =>
  ids.map((id) => find(plan, 'participant', id)?.code ?? '').join(' ');
const unitsOf = (plan: PlanState, ids: readonly string[]): string =>
  ids.map((id) => find(plan, 'unit', id)?.name ?? '').join(', ');

const cellsFor = (plan: PlanState, record: Scheduled): readonly string[] => {
  const found = find(plan, record.kind, record.id);
  const span = spanOf(record);
  if (found === undefined) return [];
  const [start, end] = span === undefined ? ['', ''] : [formatDtg(span.start), formatDtg(span.end)];
  const minutes = span === undefined ? '' : String(Math.round((span.end - span.start) / MINUTE));
  const place = found.kind === 'activity' ? found.location : found.destination;
  return [
    titleOf(found),
    valueWord('type', found.kind === 'activity' ? found.type : 'movement'),
    start,
    end,
    minutes,
    codesOf(plan, found.kind === 'activity' ? found.participants : [found.participant]),
    unitsOf(plan, found.units),
    find(plan, 'location', place)?.name ?? '',
    wordFor(`plan.${found.kind}State.${found.state}`),
  ];
};

const HEADERS = ['title', 'type', 'start', 'end', 'duration', 'participants', 'units', 'location', 'state'] as const;

const textOf = (plan: PlanState, records: readonly Scheduled[]): string =>
  tsvOf([HEADERS.map((header) => wordFor(`activity.${header}`)), ...records.map((record) => cellsFor(plan, record))]);

/** Holds what is selected, for copying or moving. @returns undefined where nothing can be held. */
const hold = (cut: boolean, row: RowRef | undefined): Held | undefined => {
  const { plan } = usePlan.getState();
  const records = chosen();
  const clip = clipOf(plan, records, commandContext().actor);
  if (clip === undefined) return undefined;
  const held = {
    clip,
    cells: textOf(plan, records),
    cut: cut ? new Set(records.map(({ id }) => id)) : NOTHING,
    row,
  };
  useHeld.setState(held);
  announce(wordFor(cut ? 'editing.said.cut' : 'ui.copied', { count: clipSize(clip) }));
  return held;
};

type Transfer = Pick<DataTransfer, 'setData' | 'getData'>;

/** Puts what is selected on the clipboard. @returns whether there was anything to put. */
export const copyTo = (transfer: Transfer, cut: boolean, row: RowRef | undefined): boolean => {
  const held = hold(cut, row);
  if (held?.clip === undefined) return false;
  transfer.setData('text/plain', held.cells);
  transfer.setData(MIME, writeClip(held.clip));
  return true;
};

/** The clip on the clipboard; what another program has put there since is none. CLIP_UNREADABLE. */
export const clipFrom = (transfer: Transfer): Result<Clip> => {
  const own = transfer.getData(MIME);
  if (own !== '') return readClip(own);
  const { clip, cells } = useHeld.getState();
  // Line ends may have been changed on the way.
  const same = transfer.getData('text/plain').replaceAll('\r\n', '\n') === cells.replaceAll('\r\n', '\n');
  return clip !== undefined && same ? { ok: true, value: clip } : fail('CLIP_UNREADABLE');
};

/** What the window itself holds, for a menu that may not read the clipboard. */
export const heldClip = (): Result<Clip> => {
  const { clip } = useHeld.getState();
  return clip === undefined ? fail('CLIP_UNREADABLE') : { ok: true, value: clip };
};

const selectCreated = (step: Step): void => selectRecords(createdIn(step.ops));

interface Rows {
  readonly from: RowRef;
  readonly to: RowRef;
}

/** From which row to which a clip is pasted; undefined where it stays in its own, or what rows stand for is no choice. */
const rowsOf = (clip: Clip, to: RowRef | undefined): Rows | undefined => {
  const { row: from } = useHeld.getState();
  const here = exerciseOf(usePlan.getState().plan)?.id === clip.exercise;
  if (!here || from === undefined || to === undefined || from.by !== to.by || from.key === to.key) return undefined;
  return rowsFixed(to.by) === undefined ? { from, to } : undefined;
};

/** Moves what was cut to where it is pasted; undefined where the clip is not what was cut here. */
const moveCut = (clip: Clip, by: TimeStep, rows: Rows | undefined): Result<Step> | undefined => {
  const { cut, clip: held } = useHeld.getState();
  const here = exerciseOf(usePlan.getState().plan)?.id === clip.exercise;
  if (cut.size === 0 || !here || held === undefined || writeClip(held) !== writeClip(clip)) return undefined;
  const records: Scheduled[] = [
    ...clip.activities.map(({ id }) => ({ kind: 'activity' as const, id })),
    ...clip.movements.map(({ id }) => ({ kind: 'movement' as const, id })),
  ];
  useHeld.setState({ cut: NOTHING });
  return moveBars(records, by, rows);
};

/** The clip as it is in the row it is pasted into. */
const placed = (clip: Clip, rows: Rows | undefined): Result<Clip> => {
  if (rows === undefined) return { ok: true, value: clip };
  const refused = noUnit(usePlan.getState().plan, rows.to);
  if (refused !== undefined) return fail(refused);
  return clipInRow(clip, { by: rows.to.by, from: rows.from.key, to: rows.to.key });
};

/**
 * Pastes so that the first of the records starts at an instant: copies, or what was cut itself; in another row than it
 * was copied in, it takes what that row stands for.
 */
export const pasteAt = (clip: Result<Clip>, at: EpochMs, row: RowRef | undefined): void => {
  if (!clip.ok) return tellFailure(clip.error);
  const zone = exerciseOf(usePlan.getState().plan)?.zone ?? 'UTC';
  const by = stepBetween(clip.value.start, at, zone);
  const rows = rowsOf(clip.value, row);
  if (moveCut(clip.value, by, rows) !== undefined) return;
  const moved = placed(clip.value, rows);
  if (moved.ok) pasteShifted(moved.value, by, 1);
  else tellFailure(moved.error);
};

/** Pastes copies, each a step further than the last. */
export const pasteShifted = (clip: Clip, by: TimeStep, count: number): void => {
  const made = perform((context) => pasteClip(context, clip, by, { count, every: by }));
  if (!made.ok) return;
  selectCreated(made.value);
  sayDone(made);
};
