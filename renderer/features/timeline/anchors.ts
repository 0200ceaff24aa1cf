/** Moving an anchor on the axis: what will move with it, in words, and the step itself. */
import { setAnchor } from '#shared/plan/anchor/commands.ts';
import type { AnchorPreview } from '#shared/plan/anchor/preview.ts';
import { find } from '#shared/plan/state.ts';
import type { Step } from '#shared/plan/step.ts';
import type { Result } from '#shared/result.ts';
import type { When } from '#shared/time/when.ts';
import { usePlan } from '../../state/plan.ts';
import { perform } from '../../ui/perform.ts';
import { wordFor } from '../../ui/words.ts';
import { sayDone } from './chosen.ts';

/** How much will move, line by line. */
export const previewLines = (code: string, preview: AnchorPreview): readonly string[] => {
  const { plan } = usePlan.getState();
  const movements = preview.moving.filter(({ id }) => find(plan, 'movement', id) !== undefined).length;
  const params = {
    code,
    activities: preview.moving.length - movements,
    movements,
    anchors: preview.anchors.length,
  };
  const moves = wordFor('editing.anchorMoves', params);
  const broken = preview.broken.length;
  return broken === 0 ? [moves] : [moves, wordFor('editing.anchorBreaks', { count: broken })];
};

export const moveAnchor = (id: string, at: When): Result<Step> => {
  const moved = perform((context) => setAnchor(context, id, at));
  sayDone(moved);
  return moved;
};
