/**
 * Whether a value from a page is larger than `limit` (characters and bytes, roughly). It is measured by walking, not by
 * writing it out: what a page can send (cycles, huge strings, big integers) may have no JSON at all. What occurs twice
 * is counted once, as it is sent once.
 */
export const isLarger = (value: unknown, limit: number): boolean => {
  const seen = new Set<object>();
  const open: unknown[] = [value];
  let size = 0;
  while (open.length > 0 && size <= limit) {
    const next = open.pop();
    size += 8;
    if (typeof next === 'string') size += next.length;
    else if (typeof next === 'bigint') size += next.toString(16).length;
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) size += next.byteLength;
    else if (next instanceof Map) for (const [key, entry] of next) open.push(key, entry);
    else if (next instanceof Set) for (const entry of next) open.push(entry);
    else {
      for (const [key, entry] of Object.entries(next)) {
        size += key.length;
        open.push(entry);
      }
    }
  }
  return size > limit;
};
