/** The product's own view of the timeline over the open plan, whole: toolbar, rows, axis, bars, lines, minimap, legend. */
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '#renderer/ui/base.css';
import type { RowForm } from '#shared/timeline/board.ts';
import type { LaneField } from '#shared/timeline/fields.ts';
import { currentSource } from '#renderer/features/timeline/pictureSource.ts';
import { paletteOf } from '#renderer/features/timeline/inks.ts';
import { TimelineView } from '#renderer/features/timeline/TimelineView.tsx';
import { setZoom, useViewport } from '#renderer/features/timeline/viewport.ts';
import { followFindings, useFindings } from '#renderer/state/findings.ts';
import { usePlan } from '#renderer/state/plan.ts';
import { cssVariables, theme } from '#renderer/ui/theme.ts';
import { startWords } from '#renderer/ui/words.ts';
import { watchCanvases } from './canvasWatch.ts';
import { type Drawing, type Subject, WINDOW, type Window, firstWindow, middleOf } from './drawing.ts';

const ID = 'comparison';

interface Arrangement {
  readonly grouping: LaneField;
  readonly form: RowForm;
}

export const ARRANGEMENTS = {
  /** A swimlane for each unit. */
  lanes: { grouping: 'unit', form: 'stacked' },
  /** A row for each activity, in the order of time, as a Gantt chart has it. */
  rows: { grouping: 'type', form: 'single' },
  /** A dozen swimlanes, each many bars high. */
  dense: { grouping: 'participant', form: 'stacked' },
} as const satisfies Record<string, Arrangement>;

const keepView = ({ start, end }: Window, arrangement: Arrangement): void =>
  localStorage.setItem(
    `timeline.${ID}`,
    JSON.stringify({ origin: start, msPerPixel: (end - start) / 1200, ...arrangement }),
  );

const turn = (init: WheelEventInit): void => {
  const stage = document.querySelector('.timeline-stage');
  const box = stage?.getBoundingClientRect();
  if (stage === null || box === undefined) return;
  const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  stage.dispatchEvent(new WheelEvent('wheel', { ...init, ...at, bubbles: true, cancelable: true }));
};

/** What stands on the canvases, told by the colours of the theme. */
const watching = () => {
  const canvases = watchCanvases();
  let paintsBefore: number | undefined;
  let paintsUnlined: number | undefined;
  useFindings.subscribe(({ counts }) => {
    if (counts.error > 0) paintsBefore ??= canvases.paints('main');
  });
  const inks = () => {
    const frame = document.querySelector<HTMLElement>('.timeline-frame');
    return frame === null ? undefined : paletteOf(frame, 'light').ink;
  };
  return {
    barred: (): boolean => canvases.cards('main') > 0,
    /** Lines of dependencies, symbols in the heads of units, and the options that stand for bars. */
    lined: (arrangement: Arrangement): boolean => {
      const ink = inks();
      if (ink === undefined || currentSource()?.scene.links === undefined) return false;
      paintsUnlined ??= canvases.paints('main');
      // Where more lines are in sight than can be told apart, the painting leaves all of them out that are in order.
      const crowded = arrangement.grouping === 'participant' && canvases.paints('main') > paintsUnlined;
      const drawn = crowded || canvases.boxed('main', ink.link);
      const pictured = arrangement.grouping !== 'unit' || canvases.pictures('heads') > 0;
      const told = document.querySelector('.timeline-stage [role="option"]') !== null;
      return drawn && pictured && told;
    },
    state: () => ({
      laid: currentSource()?.scene.links?.all.length,
      paints: canvases.paints('main'),
      pictures: canvases.pictures('heads'),
      findings: useFindings.getState().counts,
      seen: document.visibilityState,
    }),
    /** The canvases were painted since the problems were found. */
    checked: (): boolean => {
      const shown = paintsBefore !== undefined && canvases.paints('main') > paintsBefore;
      if (shown) canvases.end();
      return shown;
    },
  };
};

export const ours = async ({ plan, bars }: Subject, arrangement: Arrangement): Promise<Drawing> => {
  await startWords('en');
  keepView(arrangement.form === 'single' ? firstWindow(bars) : WINDOW, arrangement);
  followFindings();
  const watch = watching();
  return {
    mount: (place) => {
      usePlan.setState({ status: { phase: 'open', id: ID }, plan });
      createRoot(place).render(
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="light">
          <div style={{ height: '100vh', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <TimelineView />
          </div>
        </MantineProvider>,
      );
    },
    ready: watch.barred,
    lined: () => watch.lined(arrangement),
    checked: watch.checked,
    state: watch.state,
    pan: (right, down) => turn({ deltaX: right * useViewport.getState().width, deltaY: down }),
    zoom: (factor) => turn({ deltaY: Math.log(factor) * 300, ctrlKey: true }),
    show: (start, end) => setZoom(start, (end - start) / useViewport.getState().width),
    handle: () => middleOf('.timeline-stage [role="option"]'),
  };
};
