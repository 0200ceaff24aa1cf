/** What the person chose for this machine: language and theme. Main keeps it in the data folder. */
import { create } from 'zustand';
import type { AppInfo, Preferences } from '#shared/contract/app.ts';
import { type Result, ok } from '#shared/result.ts';
import { ask } from '../platform/bridge.ts';
import { setLanguage, startWords } from '../ui/words.ts';

type PreferencesStore = Preferences & Pick<AppInfo, 'version' | 'platform' | 'fileGiven'>;

export const usePreferences = create<PreferencesStore>()(() => ({
  language: 'en',
  theme: 'system',
  version: '',
  platform: 'linux',
  fileGiven: false,
}));

/** Reads the preferences and starts the words in their language; without main's answer, English and the system's theme. */
export const startPreferences = async (): Promise<Result<null>> => {
  const info = await ask('app.info', undefined);
  if (info.ok) {
    const { preferences, version, platform, fileGiven } = info.value;
    usePreferences.setState({ ...preferences, version, platform, fileGiven });
  }
  const { language } = usePreferences.getState();
  await startWords(language);
  document.documentElement.lang = language;
  return info.ok ? ok(null) : info;
};

/** Applies a choice at once and has it kept. */
export const setPreferences = async (change: Partial<Preferences>): Promise<Result<null>> => {
  usePreferences.setState(change);
  const { language, theme, exerciseLine } = usePreferences.getState();
  await setLanguage(language);
  return ask('app.setPreferences', { language, theme, ...(exerciseLine === undefined ? {} : { exerciseLine }) });
};
