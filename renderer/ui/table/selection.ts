/** Selecting in lists as people know it from mail and files: click, Ctrl+click, Shift+click. */

export interface Picked {
  readonly ids: readonly string[];
  /** Where a Shift range begins. */
  readonly from: string | undefined;
}

interface PickHow {
  /** Take everything from where the last pick was. */
  readonly range: boolean;
  /** Add to, or take out of, what is selected already. */
  readonly toggle: boolean;
}

/** The selection after `id` was picked; `order` holds the ids as they stand in the list. */
export const pick = (order: readonly string[], before: Picked, id: string, { range, toggle }: PickHow): Picked => {
  const start = before.from === undefined ? -1 : order.indexOf(before.from);
  if (range && start >= 0) {
    const end = order.indexOf(id);
    const span = order.slice(Math.min(start, end), Math.max(start, end) + 1);
    return { ids: toggle ? [...new Set([...before.ids, ...span])] : span, from: before.from };
  }
  if (!toggle) return { ids: [id], from: id };
  const ids = before.ids.includes(id) ? before.ids.filter((other) => other !== id) : [...before.ids, id];
  return { ids, from: id };
};
