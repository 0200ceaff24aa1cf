/** Views of the timeline that a planner has named: rows, colours, filter, stretch of time. Kept per exercise in the data folder. */
import { z } from 'zod';
import { create } from 'zustand';
import { MAX_SETTING } from '#shared/contract/vault.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { ask } from '../../platform/bridge.ts';

export const MAX_ROW_KEY = 400;
export const MAX_FOLDED = 400;

/** What a view shows; fields of the viewport that a newer Entente has more of stay out of it. */
const contentSchema = z.object({
  grouping: z.string().max(40),
  form: z.string().max(40).optional(),
  colouring: z.string().max(40),
  showLinks: z.boolean(),
  folded: z.array(z.string().max(MAX_ROW_KEY)).max(MAX_FOLDED).optional(),
  filter: z.string().max(200),
  origin: z.number(),
  msPerPixel: z.number().positive(),
});
export type ViewContent = z.infer<typeof contentSchema>;

const savedViewSchema = z.object({ id: z.uuid(), name: z.string().min(1).max(60), content: contentSchema });
export type SavedView = z.infer<typeof savedViewSchema>;

const listSchema = z.array(savedViewSchema).max(50);

interface SavedViews {
  readonly exerciseId: string;
  readonly views: readonly SavedView[];
}

export const useSavedViews = create<SavedViews>()(() => ({ exerciseId: '', views: [] }));

const keyFor = (exerciseId: string): string => `timeline.views.${exerciseId}`;

/** Reads the views of an exercise; a damaged list counts as empty, for nothing of the plan is in it. */
export const loadViews = async (exerciseId: string): Promise<void> => {
  useSavedViews.setState({ exerciseId, views: [] });
  const kept = await ask('vault.setting', { key: keyFor(exerciseId) });
  if (!kept.ok || kept.value === null || useSavedViews.getState().exerciseId !== exerciseId) return;
  try {
    const parsed = listSchema.safeParse(JSON.parse(kept.value));
    if (parsed.success) useSavedViews.setState({ views: parsed.data });
  } catch {
    useSavedViews.setState({ views: [] });
  }
};

/** A list with one more view, or the view of that name replaced; sorted by name. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
  [...views.filter(({ id, name }) => id !== view.id && name !== view.name), view].toSorted((a, b) =>
    a.name.localeCompare(b.name, 'en', { numeric: true }),
  );

/**
 * Keeps a list of views.
 * @returns VIEWS_FULL when there is no room for it; then the old list stays.
 */
export const keepViews = async (views: readonly SavedView[]): Promise<Result<null>> => {
  const { exerciseId } = useSavedViews.getState();
  const value = JSON.stringify(views);
  if (views.length > 50 || value.length > MAX_SETTING) return fail('VIEWS_FULL');
  const kept = await ask('vault.setting', { key: keyFor(exerciseId), value });
  if (!kept.ok) return kept;
  useSavedViews.setState({ views });
  return ok(null);
};
