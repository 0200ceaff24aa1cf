import { en } from '#shared/messages/en/index.ts';

/** Whether people are told of a code: in one sentence, or in one for one thing and one for several. */
export const hasSentence = (code: string): boolean =>
  Object.hasOwn(en.errors, code) || ['_one', '_other'].every((form) => Object.hasOwn(en.errors, code + form));
