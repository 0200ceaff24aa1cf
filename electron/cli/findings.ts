import { en } from '#shared/messages/en/index.ts';
import type { Finding } from '#shared/plan/checks/finding.ts';

/** A finding's sentence in English, as all of the command line is. */
export const findingSentence = ({ code, params }: Finding): string => {
  const sentences: Readonly<Record<string, string>> = en.checks;
  return (sentences[code.replace('-', '_')] ?? code).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  );
};
