import { type Result, fail, ok } from '../result.ts';

export type Json = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 400;

/** The deepest nesting of brackets outside texts, without parsing. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
};

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; anything that is no list of objects has none. */
export const objectsIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Reads JSON whose top is an object. Fails with JSON_TOO_DEEP {limit} or JSON_INVALID. */
export const readJson = (text: string): Result<Json> => {
  if (depthOf(text) > MAX_DEPTH) return fail('JSON_TOO_DEEP', { limit: MAX_DEPTH });
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return isObject(value) ? ok(value) : fail('JSON_INVALID');
  } catch {
    return fail('JSON_INVALID');
  }
};
