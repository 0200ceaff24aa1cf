/** How planners and cells are called on cards: a name that looks like what it is, on a screen and read out. */
import { line } from '../plan/base.ts';

/** Characters that nobody sees, or that turn round what stands beside them: with them one name can look like another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** One line of 1 to 120 characters, all of which can be seen, with no blank at its ends. */
export const personName = line(120)
  .min(1)
  .refine((name) => !UNSEEN.test(name) && name.trim() === name);

/** What is left of a name that was typed or pasted, without what a card would be refused for; `''` if nothing is. */
export const seenName = (text: string): string => text.replaceAll(new RegExp(UNSEEN, 'gu'), '').trim();
