/** The product's own drawing surface over the open plan: rows, axis, bars, lines, minimap. Its toolbar stands beside no other's. */
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '#renderer/ui/base.css';
import '#renderer/ui/hues.css';
import '#renderer/features/timeline/timeline.css';
import { TimelineStage } from '#renderer/features/timeline/TimelineStage.tsx';
import { useTimelineModel } from '#renderer/features/timeline/useTimelineModel.ts';
import { recallViewport, useViewport } from '#renderer/features/timeline/viewport.ts';
import { followFindings } from '#renderer/state/findings.ts';
import { usePlan } from '#renderer/state/plan.ts';
import { cssVariables, theme } from '#renderer/ui/theme.ts';
import { startWords } from '#renderer/ui/words.ts';
import { type Drawing, type Subject, WINDOW, middleOf } from './drawing.ts';

const ID = 'comparison';
const NOTHING: ReadonlySet<string> = new Set();

const Surface = () => (
  <section className="timeline-view" style={{ height: '100vh' }}>
    <TimelineStage
      model={useTimelineModel('')}
      selected={NOTHING}
      activeId={undefined}
      onHead={() => undefined}
      onKeyDown={() => undefined}
    />
  </section>
);

export const ours = async ({ plan }: Subject): Promise<Drawing> => {
  await startWords('en');
  localStorage.setItem(
    `timeline.${ID}`,
    JSON.stringify({ origin: WINDOW.start, msPerPixel: (WINDOW.end - WINDOW.start) / 1200, grouping: 'unit' }),
  );
  recallViewport(ID);
  followFindings();
  const turn = (init: WheelEventInit): void => {
    const stage = document.querySelector('.timeline-stage');
    const box = stage?.getBoundingClientRect();
    if (stage === null || box === undefined) return;
    const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    stage.dispatchEvent(new WheelEvent('wheel', { ...init, ...at, bubbles: true, cancelable: true }));
  };
  return {
    mount: (place) => {
      usePlan.setState({ status: { phase: 'open', id: ID }, plan });
      createRoot(place).render(
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="light">
          <Surface />
        </MantineProvider>,
      );
    },
    ready: () => document.querySelector('.timeline-stage [role="option"]') !== null && useViewport.getState().width > 0,
    pan: (step) => turn({ deltaX: step * 1200 }),
    zoom: (factor) => turn({ deltaY: Math.log(factor) * 300, ctrlKey: true }),
    handle: () => middleOf('.timeline-stage [role="option"]'),
  };
};
