/**
 * The lines of an iCalendar file (RFC 5545 chapter 3.1) and the components that they make up, with line numbers: whoever
 * made the file is to be told where it is wrong. Dates are not read here.
 */
import { type Result, fail, ok } from '../../result.ts';

export interface IcsLine {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  readonly value: string;
  readonly line: number;
}

export interface IcsBlock {
  readonly name: string;
  /** Of its BEGIN. */
  readonly line: number;
  readonly lines: readonly IcsLine[];
  readonly blocks: readonly IcsBlock[];
  /** Lines that could not be read, by number. */
  readonly unreadable: readonly number[];
}

/** What is larger is no calendar but an attack on memory. */
const ICS_LIMITS = { characters: 16_000_000, blocks: 50_000, depth: 6, value: 20_000 } as const;

interface Physical {
  readonly text: string;
  readonly line: number;
}

/** Folded lines put together again: a line that begins with a space or tab goes on the one before it. */
const unfolded = (text: string): Physical[] => {
  const found: { text: string; line: number }[] = [];
  let number = 0;
  for (const physical of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    number += 1;
    const last = found.at(-1);
    if (/^[ \t]/.test(physical) && last !== undefined) {
      if (last.text.length < ICS_LIMITS.value) last.text += physical.slice(1);
    } else if (physical !== '') found.push({ text: physical, line: number });
  }
  return found;
};

/** Where the value begins: the first colon outside quotes. */
const colonOf = (text: string): number => {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ':' && !quoted) return at;
  }
  return -1;
};

const PARAMETER = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";])*)/g;

const lineOf = ({ text, line }: Physical): IcsLine | undefined => {
  const colon = colonOf(text);
  const head = text.slice(0, colon);
  const [name] = /^[A-Za-z0-9-]+/.exec(head) ?? [];
  if (colon < 0 || name === undefined) return undefined;
  const params: Record<string, string> = {};
  for (const [, key = '', value = ''] of head.slice(name.length).matchAll(PARAMETER))
    params[key.toUpperCase()] = value.replaceAll('"', '');
  return { name: name.toUpperCase(), params, value: text.slice(colon + 1).slice(0, ICS_LIMITS.value), line };
};

interface Open {
  readonly name: string;
  readonly line: number;
  readonly lines: IcsLine[];
  readonly blocks: IcsBlock[];
  readonly unreadable: number[];
}

const opened = (name: string, line: number): Open => ({ name, line, lines: [], blocks: [], unreadable: [] });

/**
 * The calendars of a file. What stands outside of them is left alone; one that is not closed ends with the file.
 * @returns ICS_TOO_LARGE {limit}, ICS_TOO_DEEP {line}, ICS_TOO_MANY {limit}, ICS_END {line} for an END without its BEGIN,
 * or ICS_NONE when there is no calendar in it.
 */
export const readBlocks = (text: string): Result<readonly IcsBlock[]> => {
  if (text.length > ICS_LIMITS.characters) return fail('ICS_TOO_LARGE', { limit: ICS_LIMITS.characters / 1_000_000 });
  const root = opened('', 0);
  const stack: Open[] = [root];
  let blocks = 0;
  for (const physical of unfolded(text)) {
    const here = stack.at(-1) ?? root;
    const line = lineOf(physical);
    if (line === undefined) here.unreadable.push(physical.line);
    else if (line.name === 'BEGIN') {
      blocks += 1;
      if (blocks > ICS_LIMITS.blocks) return fail('ICS_TOO_MANY', { limit: ICS_LIMITS.blocks });
      if (stack.length > ICS_LIMITS.depth) return fail('ICS_TOO_DEEP', { line: line.line });
      const block = opened(line.value.trim().toUpperCase(), line.line);
      here.blocks.push(block);
      stack.push(block);
    } else if (line.name === 'END') {
      if (here === root || here.name !== line.value.trim().toUpperCase()) return fail('ICS_END', { line: line.line });
      stack.pop();
    } else here.lines.push(line);
  }
  const calendars = root.blocks.filter(({ name }) => name === 'VCALENDAR');
  return calendars.length === 0 ? fail('ICS_NONE') : ok(calendars);
};

export const firstLine = ({ lines }: IcsBlock, name: string): IcsLine | undefined =>
  lines.find((line) => line.name === name);

const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

/** Text with its escapes taken out (RFC 5545 chapter 3.3.11). */
export const textOf = (line: IcsLine | undefined): string => unescaped(line?.value ?? '');

/** The members of every line of a name that is a list of texts; a comma behind a backslash parts nothing. */
export const textsOf = ({ lines }: IcsBlock, name: string): readonly string[] =>
  lines
    .filter((line) => line.name === name)
    .flatMap(({ value }) => value.match(/(?:\\.|[^\\,])+/gs) ?? [])
    .map((text) => unescaped(text).trim())
    .filter((text) => text !== '');

export const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,');

const utf8Length = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** A content line in pieces of at most 75 octets, never cut inside a character. */
export const folded = (line: string): string => {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8Length(character);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return `${out}\r\n`;
};
