/** What a saved view holds, read from the viewport and written back to it. */
import { ROW_FORMS } from '#shared/timeline/board.ts';
import { isLaneField } from '#shared/timeline/fields.ts';
import { MAX_FOLDED, MAX_ROW_KEY, type ViewContent } from './savedViews.ts';
import { setZoom, useViewport } from './viewport.ts';

/** So many folded rows are kept; the key of a row can be a value as long as its field takes. */
const foldable = (folded: readonly string[]): string[] =>
  folded.filter(({ length }) => length <= MAX_ROW_KEY).slice(0, MAX_FOLDED);

/** The view as it is now. */
export const contentNow = (filter: string): ViewContent => {
  const { grouping, form, colouring, showLinks, folded, origin, msPerPixel } = useViewport.getState();
  return { grouping, form, colouring, showLinks, folded: foldable(folded), filter, origin, msPerPixel };
};

/** Shows a view; a field of rows or colours that this version does not know leaves what is there. */
export const showContent = (content: ViewContent): void => {
  const now = useViewport.getState();
  useViewport.setState({
    grouping: isLaneField(content.grouping) ? content.grouping : now.grouping,
    form: ROW_FORMS.find((form) => form === content.form) ?? now.form,
    colouring: isLaneField(content.colouring) ? content.colouring : now.colouring,
    showLinks: content.showLinks,
    folded: content.folded ?? [],
    scrollTop: 0,
  });
  setZoom(content.origin, content.msPerPixel);
};
