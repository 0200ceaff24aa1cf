import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconMagnet } from '@tabler/icons-react';
import { SNAP_GRIDS } from '#shared/timeline/snap.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { setSnapRules, useSnapRules } from './snapping.ts';

/** What dragged edges come to rest at. */
export const SnapMenu = () => {
  const t = useWords();
  const rules = useSnapRules();
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('editing.snap.title')}>
          <ActionIcon variant="default" aria-label={t('editing.snap.title')}>
            <IconMagnet size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={rules.grid}
          onChange={(value) => {
            const grid = SNAP_GRIDS.find((each) => each === value);
            if (grid !== undefined) setSnapRules({ grid });
          }}
        >
          {SNAP_GRIDS.map((grid) => (
            <Menu.RadioItem key={grid} value={grid}>
              {wordFor(`editing.snap.${grid}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem checked={rules.anchors} onChange={(anchors) => setSnapRules({ anchors })}>
          {t('editing.snap.anchors')}
        </Menu.CheckboxItem>
        <Menu.CheckboxItem checked={rules.ends} onChange={(ends) => setSnapRules({ ends })}>
          {t('editing.snap.ends')}
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Label>{t('editing.snap.hint')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
};
