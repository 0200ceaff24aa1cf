/** From the 15 letters of 2525C and APP-6B to the 20 digits of 2525D and APP-6D (DOCTRINE C14). */
import { FUNCTIONS } from './sidcFunctions.ts';

export interface LetterSymbol {
  /** Twenty digits, always well formed. */
  readonly sidc: string;
  /** `exact`; `near`: a superior function stands for a finer one; `open`: the function has no number here. */
  readonly function: 'exact' | 'near' | 'open';
  /** No affiliation in the code (a wildcard): it was taken for a friend. */
  readonly affiliationOpen: boolean;
  /** Country, order of battle, mobility or a towed array was given; the digits do not carry it. */
  readonly dropped: boolean;
}

const SETS: Readonly<Record<string, string>> = { A: '01', P: '05', G: '10', F: '10', S: '30', U: '35' };

/** Standard identities in the order of their digits: in reality, and the exercise's own letters. */
const IDENTITIES = ['PUAFNSH', 'GWMDLJK'] as const;

/** Context and standard identity, as the third and fourth digit. */
const identityOf = (letter: string): string | undefined => {
  const context = IDENTITIES.findIndex((letters) => letters.includes(letter));
  return context < 0 ? undefined : `${context}${IDENTITIES[context]?.indexOf(letter) ?? 0}`;
};
const FRIEND = '03';

const STATUS: Readonly<Record<string, string>> = { P: '0', A: '1', C: '2', D: '3', X: '4', F: '5' };

/** Headquarters, task force and dummy. */
const INDICATORS: Readonly<Record<string, string>> = { A: '2', B: '6', C: '3', D: '7', E: '4', F: '1', G: '5' };

/** Team to brigade are 11 to 18, division to command 21 to 26. */
const echelonOf = (letter: string): string => {
  const low = 'ABCDEFGH'.indexOf(letter);
  if (low >= 0) return String(11 + low);
  const high = 'IJKLMN'.indexOf(letter);
  return high >= 0 ? String(21 + high) : '00';
};

const WILD = /[*-]/g;

const functionTables = new Map<string, ReadonlyMap<string, string>>();

const tableOf = (dimension: string): ReadonlyMap<string, string> => {
  const known = functionTables.get(dimension);
  if (known !== undefined) return known;
  const table = new Map<string, string>();
  for (const entry of (FUNCTIONS[dimension] ?? []).flatMap((row) => row.split(' '))) {
    const [name = '', digits = ''] = entry.split(':');
    table.set(name === '-' ? '' : name, digits.padEnd(10, '0'));
  }
  functionTables.set(dimension, table);
  return table;
};

interface Found {
  readonly digits: string;
  readonly function: LetterSymbol['function'];
}

const OPEN: Found = { digits: '0000000000', function: 'open' };

const functionDigits = (dimension: string, name: string): Found => {
  const table = tableOf(dimension);
  // The bare dimension, and the bare "unit" of land forces, say nothing that the symbol set does not.
  if (name === '' || (dimension === 'G' && name === 'U')) {
    return { digits: table.get('') ?? OPEN.digits, function: 'exact' };
  }
  for (let length = name.length; length > 0; length -= 1) {
    const digits = table.get(name.slice(0, length));
    if (digits !== undefined) return { digits, function: length === name.length ? 'exact' : 'near' };
  }
  return OPEN;
};

/** Land equipment and installations are symbol sets of their own; only their set is known here. */
const setOf = (dimension: string, name: string): string => {
  if (dimension === 'G' && name.startsWith('E')) return '15';
  if (dimension === 'G' && name.startsWith('I')) return '20';
  return SETS[dimension] ?? '10';
};

const LETTERS = /^[A-Z0-9*-]{10,15}$/;

/**
 * Converts a letter code of 10 to 15 characters; wildcards `-` and `*` are left open. Undefined for anything else.
 * Other schemes than warfighting (S) keep dimension, identity, status and echelon, with an open function.
 */
export const sidcFromLetters = (code: string): LetterSymbol | undefined => {
  const text = code.trim().toUpperCase();
  if (!LETTERS.test(text)) return undefined;
  const at = (index: number): string => text[index] ?? '-';
  const name = text.slice(4, 10).replace(WILD, '');
  const dimension = at(2);
  const set = setOf(dimension, name);
  const known = at(0) === 'S' && set === (SETS[dimension] ?? '');
  const found = known ? functionDigits(dimension, name) : OPEN;
  const identity = identityOf(at(1));
  const indicator = INDICATORS[at(10)] ?? '0';
  const mobility = /[HMN]/.test(at(10));
  const echelon = mobility ? '00' : echelonOf(at(11));
  return {
    sidc: `10${identity ?? FRIEND}${set}${STATUS[at(3)] ?? '0'}${indicator}${echelon}${found.digits}`,
    function: found.function,
    affiliationOpen: identity === undefined,
    dropped: mobility || text.slice(12).replace(WILD, '') !== '',
  };
};
