/** Language and theme of this machine, in a small file beside the vault. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Preferences, preferencesSchema } from '#shared/contract/app.ts';
import { type Result, fail, ok } from '#shared/result.ts';

export interface PreferenceStore {
  readonly get: () => Preferences;
  /** PREFERENCES_NOT_SAVED when the file cannot be written; the choice holds until the app ends. */
  readonly set: (next: Preferences) => Result<null>;
}

const fallback = (locale: string): Preferences => ({
  language: locale.startsWith('fr') ? 'fr' : 'en',
  theme: 'system',
});

const read = (file: string, locale: string): Preferences => {
  try {
    const parsed = preferencesSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : fallback(locale);
  } catch {
    // None yet, or a file someone broke: the choices are made anew.
    return fallback(locale);
  }
};

export const openPreferences = (folder: string, locale: string): PreferenceStore => {
  const file = path.join(folder, 'preferences.json');
  let current = read(file, locale);
  return {
    get: () => current,
    set: (next) => {
      current = next;
      try {
        writeFileSync(`${file}.new`, JSON.stringify(next));
        renameSync(`${file}.new`, file);
        return ok(null);
      } catch {
        return fail('PREFERENCES_NOT_SAVED', { file });
      }
    },
  };
};
