import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconPencilPlus, IconTable, IconZoomScan } from '@tabler/icons-react';
import { shortcutText } from '../../app/shortcuts.ts';
import { wordFor } from '../../ui/words.ts';
import { ACT_KEYS, type ActId } from './actKeys.ts';
import { toggleDrawing, toggleTable, useModes } from './modes.ts';
import { SavedViews } from './SavedViews.tsx';
import type { ViewContent } from './savedViews.ts';
import { openSearch, useSearch } from './search.ts';
import { SnapMenu } from './SnapMenu.tsx';

interface EditToolsProps {
  readonly current: () => ViewContent;
  readonly onApply: (content: ViewContent) => void;
}

/** Drawing, snapping, search, the table and saved views, as buttons of the toolbar. */
export const EditTools = ({ current, onApply }: EditToolsProps) => {
  const { table, drawing } = useModes();
  const searching = useSearch((state) => state.open);
  const toggle = (act: ActId, pressed: boolean, icon: React.ReactNode, run: () => void) => {
    const label = wordFor(`editing.act.${act}`);
    return (
      <Tooltip label={`${label} (${shortcutText(ACT_KEYS[act][0])})`}>
        <ActionIcon variant={pressed ? 'filled' : 'default'} aria-label={label} aria-pressed={pressed} onClick={run}>
          {icon}
        </ActionIcon>
      </Tooltip>
    );
  };
  return (
    <Group gap={4} wrap="nowrap">
      {!table && toggle('draw', drawing, <IconPencilPlus size={16} />, toggleDrawing)}
      {!table && <SnapMenu />}
      {toggle('find', searching, <IconZoomScan size={16} />, openSearch)}
      {toggle('table', table, <IconTable size={16} />, toggleTable)}
      <SavedViews current={current} onApply={onApply} />
    </Group>
  );
};
