import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
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

/** Language, theme and help. */
export const SettingsMenu = () => {
  const t = useWords();
  const { language, theme, exerciseLine, version } = usePreferences();
  return (
    <Menu position="bottom-end" width={220} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Tooltip label={t('app.settings')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('app.settings')}>
            <IconSettings size={17} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('app.language')}</Menu.Label>
        <Menu.RadioGroup
          value={language}
          onChange={(value) => {
            const chosen = LANGUAGES.find((known) => known.value === value);
            if (chosen !== undefined) choose({ language: chosen.value });
          }}
        >
          {LANGUAGES.map(({ value, name }) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('app.theme')}</Menu.Label>
        <Menu.RadioGroup
          value={theme}
          onChange={(value) => {
            const chosen = THEMES.find((known) => known === value);
            if (chosen !== undefined) choose({ theme: chosen });
          }}
        >
          {THEMES.map((value) => (
            <Menu.RadioItem key={value} value={value}>
              {wordFor(`app.themes.${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('app.prints')}</Menu.Label>
        <Menu.CheckboxItem checked={exerciseLine !== false} onChange={(checked) => choose({ exerciseLine: checked })}>
          {t('app.exerciseLine')}
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Item onClick={() => showScreen({ audit: true })}>{t('audit.open')}</Menu.Item>
        <Menu.Item rightSection={<kbd className="key">F1</kbd>} onClick={() => showScreen({ keyboard: true })}>
          {t('app.keyboard')}
        </Menu.Item>
        <Menu.Label>{t('app.version', { version })}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
};
