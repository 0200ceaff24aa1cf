type Members = Readonly<Record<string, unknown>>;

/** Whether two JSON values are equal, members in whatever order; a missing one and `undefined` are the same. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => sameValue(item, b[at]))
    );
  }
  const [left, right] = [a as Members, b as Members];
  // Every value on the left stands on the right too; then as many on the right as on the left means no others there.
  let more = 0;
  for (const key in left) {
    const [mine, theirs] = [left[key], right[key]];
    if (mine !== theirs && !sameValue(mine, theirs)) return false;
    if (mine !== undefined) more -= 1;
  }
  for (const key in right) if (right[key] !== undefined) more += 1;
  return more === 0;
};
