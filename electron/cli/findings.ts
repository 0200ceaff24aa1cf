import { en } from '#shared/messages/en/index.ts';
import type { Finding } from '#shared/plan/checks/finding.ts';

/** A finding's sentence in English, as all of the command line is. */
export const findingSentence = ({ code, params }: Finding): string => {
  const sentences: Readonly<Record<string, string>> = en.checks;
  const kinds: Readonly<Record<string, string>> = en.plan.kindName;
  return (sentences[code.replace('-', '_')] ?? code).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    return name === 'kind' ? (kinds[value] ?? value) : value;
  });
};
