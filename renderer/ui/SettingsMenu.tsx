import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconSettings } from '@tabler/icons-react';
import type { Preferences } from '#shared/contract/app.ts';
import { setPreferences, usePreferences } from '../state/preferences.ts';
import { showScreen } from '../state/screen.ts';
import { tellFailure } from './perform.ts';
import { useWords, wordFor } from './words.ts';

const LANGUAGES = [
  { value: 'en', name: 'English' },
  { value: 'fr', name: 'Français' },
] as const;
const THEMES = ['light', 'dark', 'system'] as const;

const choose = (change: Partial<Preferences>): void => {
  void setPreferences(change).then((kept) => {
    if (!kept.ok) tellFailure(kept.error);
  });
};

const Choice = ({
  name,
  chosen,
  act,
}: {
  readonly name: string;
  readonly chosen: boolean;
  readonly act: () => void;
}) => (
  <Menu.Item
    role="menuitemradio"
    aria-checked={chosen}
    leftSection={chosen ? <IconCheck size={14} /> : <span className="menu-blank" />}
    onClick={act}
  >
    {name}
  </Menu.Item>
);

/** Language, theme and help. */
export const SettingsMenu = () => {
  const t = useWords();
  const { language, theme, version } = usePreferences();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Tooltip label={t('app.settings')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('app.settings')}>
            <IconSettings size={17} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('app.language')}</Menu.Label>
        {LANGUAGES.map(({ value, name }) => (
          <Choice key={value} name={name} chosen={language === value} act={() => choose({ language: value })} />
        ))}
        <Menu.Label>{t('app.theme')}</Menu.Label>
        {THEMES.map((value) => (
          <Choice
            key={value}
            name={wordFor(`app.themes.${value}`)}
            chosen={theme === value}
            act={() => choose({ theme: value })}
          />
        ))}
        <Menu.Divider />
        <Menu.Item rightSection={<kbd className="key">F1</kbd>} onClick={() => showScreen({ keyboard: true })}>
          {t('app.keyboard')}
        </Menu.Item>
        <Menu.Label>{t('app.version', { version })}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
};
