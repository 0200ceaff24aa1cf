/** Foreign XML, read strictly: well formed or refused with its line, no document type, no entities, no depth. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Result, fail, ok } from '../result.ts';
import { isObject, type Json } from './json.ts';

const MAX_DEPTH = 100;
/** Tags and attributes: the largest order of battle that is taken has half as many, and the parser takes 4 µs for each. */
const MAX_PARTS = 1_000_000;

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** Where a tag ends; `>` inside a quoted attribute does not count. -1 when it never does. */
const tagEnd = (text: string, start: number): number => {
  let quote = '';
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  return -1;
};

const attributesIn = (text: string, start: number, end: number): number => {
  let count = 0;
  for (let at = start; at < end; at += 1) if (text[at] === '=') count += 1;
  return count;
};

const skipTo = (text: string, mark: string, from: number): number => {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
};

/** Depth, number of parts and declarations, before any parser sees the text. */
const inspect = (text: string): Result<null> => {
  let depth = 0;
  let parts = 0;
  for (let at = text.indexOf('<'); at >= 0 && at < text.length; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = skipTo(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = skipTo(text, ']]>', at);
    else if (text.startsWith('<?', at)) at = skipTo(text, '?>', at);
    else if (text.startsWith('<!', at)) return fail('XML_DTD', { line: lineAt(text, at) });
    else {
      const end = tagEnd(text, at + 1);
      if (end < 0) return fail('XML_INVALID', { line: lineAt(text, at) });
      if (text[at + 1] === '/') depth -= 1;
      else if (text[end - 1] !== '/') depth += 1;
      if (depth > MAX_DEPTH) return fail('XML_TOO_DEEP', { limit: MAX_DEPTH });
      parts += 1 + attributesIn(text, at, end);
      if (parts > MAX_PARTS) return fail('XML_TOO_MANY', { limit: MAX_PARTS });
      at = end + 1;
    }
  }
  return ok(null);
};

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Only the five entities of XML itself can occur, since declarations are refused; they may occur often.
  processEntities: { enabled: true, maxTotalExpansions: 1_000_000, maxExpandedLength: 64_000_000 },
});

/**
 * Reads XML into objects: elements by local name, repeated ones as lists, attributes with `@`, texts as they stand.
 * A byte-order mark is accepted.
 * Fails with XML_DTD {line}, XML_TOO_DEEP {limit}, XML_TOO_MANY {limit} or XML_INVALID {line}; then nothing of it is used.
 */
export const readXml = (source: string): Result<Json> => {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const inspected = inspect(text);
  if (!inspected.ok) return inspected;
  const valid = XMLValidator.validate(text);
  if (valid !== true) return fail('XML_INVALID', { line: valid.err.line });
  try {
    const value: unknown = parser.parse(text);
    return isObject(value) ? ok(value) : fail('XML_INVALID', { line: 1 });
  } catch {
    return fail('XML_INVALID', { line: 1 });
  }
};

/** The elements of a name, whether there is none, one or several. */
export const elements = (parent: unknown, name: string): readonly Json[] => {
  const value = isObject(parent) ? parent[name] : undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isObject);
};

/** The element at the end of a path of names; the first of each where there are several. */
export const element = (parent: Json | undefined, ...names: readonly string[]): Json | undefined =>
  names.reduce<Json | undefined>((here, name) => elements(here, name)[0], parent);

/** The text of a child element; empty when there is none. */
export const textIn = (parent: Json | undefined, name: string): string => {
  const value = parent?.[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (isObject(first)) return typeof first['#text'] === 'string' ? first['#text'].trim() : '';
  return typeof first === 'string' ? first.trim() : '';
};
