/** What a saved view holds, read from the viewport and written back to it. */
import { ROW_FORMS } from '#shared/timeline/board.ts';
import { LANE_FIELDS } from '#shared/timeline/groups.ts';
import type { ViewContent } from './savedViews.ts';
import { setZoom, useViewport } from './viewport.ts';

/** The view as it is now. */
export const contentNow = (filter: string): ViewContent => {
  const { grouping, form, colouring, showLinks, folded, origin, msPerPixel } = useViewport.getState();
  return { grouping, form, colouring, showLinks, folded: folded.slice(0, 400), filter, origin, msPerPixel };
};

/** Shows a view; a field of rows or colours that this version does not know leaves what is there. */
export const showContent = (content: ViewContent): void => {
  const now = useViewport.getState();
  useViewport.setState({
    grouping: LANE_FIELDS.find((field) => field === content.grouping) ?? now.grouping,
    form: ROW_FORMS.find((form) => form === content.form) ?? now.form,
    colouring: LANE_FIELDS.find((field) => field === content.colouring) ?? now.colouring,
    showLinks: content.showLinks,
    folded: content.folded ?? [],
    scrollTop: 0,
  });
  setZoom(content.origin, content.msPerPixel);
};
