/** Codes of nations and organisations: which are taken, and what an exercise nation may be called (DOCTRINE C20). */
import { type Result, fail, ok } from '../../result.ts';
import { alpha2Of } from '../../reference/countries.ts';
import type { Participant } from './schema.ts';

/** Who owns what is planned before anybody has said for whom: an exercise code that no country has. */
export const UNKNOWN_NATION = 'XXX';

/** A nation of the exercise's own needs three letters; organisations up to twelve. */
const NATION = /^[A-Z]{3}$/;
const ORGANISATION = /^[A-Z][A-Z0-9-]{1,11}$/;

/** Letters of a name that codes are made of: `Øst-Arnland` gives `OSTARNLAND`. */
const lettersOf = (name: string): string =>
  name
    .replaceAll(/[Øø]/g, 'O')
    .normalize('NFD')
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '');

/**
 * A free trigraph for an exercise nation: X and two letters of its name, so that it is taken for no real country.
 * @param taken codes in use in the exercise.
 */
export const proposeCode = (name: string, taken: ReadonlySet<string>): string => {
  const letters = lettersOf(name);
  const tails = `${letters.slice(1)}ABCDEFGHIJKLMNOPQRSTUVWXYZ`.split('');
  const first = letters[0] ?? 'A';
  const free = tails.map((tail) => `X${first}${tail}`).find((code) => !taken.has(code) && alpha2Of(code) === undefined);
  return free ?? '';
};

/**
 * Checks the code of a new participant or a changed code.
 * @returns CODE_FORM_NATION or CODE_FORM_ORGANISATION {code}, CODE_TAKEN {code}, or CODE_OF_COUNTRY {code} for an
 * exercise nation under a real country's trigraph.
 */
export const checkCode = (
  code: string,
  what: 'exercise-nation' | 'organisation',
  others: readonly Pick<Participant, 'code'>[],
): Result<null> => {
  const nation = what === 'exercise-nation';
  if (!(nation ? NATION : ORGANISATION).test(code)) {
    return fail(nation ? 'CODE_FORM_NATION' : 'CODE_FORM_ORGANISATION', { code });
  }
  if (others.some((other) => other.code === code)) return fail('CODE_TAKEN', { code });
  return nation && alpha2Of(code) !== undefined ? fail('CODE_OF_COUNTRY', { code }) : ok(null);
};

const COLOURS = 24;

/** The first colour of the palette that no participant has; when all are taken, they begin again. */
export const freeColour = (participants: readonly Pick<Participant, 'colour'>[]): number => {
  const taken = new Set(participants.map(({ colour }) => colour));
  const free = Array.from({ length: COLOURS }, (_, colour) => colour).find((colour) => !taken.has(colour));
  return free ?? participants.length % COLOURS;
};
