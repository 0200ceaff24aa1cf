import type { Word } from '../../messages/word.ts';
import type { Finding } from './finding.ts';

/** The sentence of a finding, with the kind of a record in the words of the language. */
export const findingSentence = ({ code, params }: Pick<Finding, 'code' | 'params'>, word: Word): string => {
  const key = `plan.kindName.${params['kind'] ?? ''}`;
  const kind = word(key);
  return word(`checks.${code.replace('-', '_')}`, kind === key ? params : { ...params, kind });
};
