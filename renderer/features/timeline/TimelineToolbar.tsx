import { ActionIcon, Button, Group, Select, Switch, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconFocusCentered,
  IconPlus,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { ROW_FORMS } from '#shared/timeline/board.ts';
import { LANE_FIELDS } from '#shared/timeline/groups.ts';
import { useShallow } from 'zustand/react/shallow';
import { useWords, wordFor } from '../../ui/words.ts';
import { PlanningAids } from './planning/PlanningAids.tsx';
import { PictureMenu } from './PictureMenu.tsx';
import { useViewport } from './viewport.ts';

interface ToolbarProps {
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  readonly onCreate: () => void;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onNow: () => void;
  /** Buttons for editing, search and saved views. */
  readonly tools: React.ReactNode;
}

interface PickProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly values: readonly V[];
  readonly family: string;
  readonly onPick: (value: V) => void;
}

const Pick = <V extends string>({ label, value, values, family, onPick }: PickProps<V>) => (
  <Select
    aria-label={label}
    className="timeline-pick"
    allowDeselect={false}
    data={values.map((id) => ({ value: id as string, label: wordFor(`${family}.${id}`) }))}
    value={value}
    onChange={(id) => {
      const picked = values.find((candidate) => candidate === id);
      if (picked !== undefined) onPick(picked);
    }}
  />
);

/** What rows and colours go by. */
const Picks = () => {
  const t = useWords();
  const { grouping, form, colouring } = useViewport(
    useShallow((view) => ({ grouping: view.grouping, form: view.form, colouring: view.colouring })),
  );
  return (
    <>
      <Pick
        label={t('timeline.groupBy')}
        value={grouping}
        values={LANE_FIELDS}
        family="timeline.grouping"
        onPick={(value) => useViewport.setState({ grouping: value, folded: [], scrollTop: 0 })}
      />
      <Pick
        label={t('timeline.rowForm')}
        value={form}
        values={ROW_FORMS}
        family="timeline.form"
        onPick={(value) => useViewport.setState({ form: value })}
      />
      <Pick
        label={t('timeline.colourBy')}
        value={colouring}
        values={LANE_FIELDS}
        family="timeline.colouring"
        onPick={(value) => useViewport.setState({ colouring: value })}
      />
    </>
  );
};

/** Grouping, colour, filter and zoom of the timeline. */
export const TimelineToolbar = ({ filter, onFilter, onCreate, onZoom, onFit, onNow, tools }: ToolbarProps) => {
  const t = useWords();
  const showLinks = useViewport((state) => state.showLinks);
  const icon = (label: string, node: React.ReactNode, act: () => void) => (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} onClick={act}>
        {node}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group className="timeline-toolbar" gap="xs" wrap="nowrap">
      <Button leftSection={<IconPlus size={14} />} onClick={onCreate} style={{ flexShrink: 0 }}>
        {t('timeline.newActivity')}
      </Button>
      <Picks />
      <TextInput
        aria-label={t('timeline.filter')}
        placeholder={t('timeline.filter')}
        leftSection={<IconSearch size={14} />}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
        style={{ flex: '1 1 210px', minWidth: 210 }}
      />
      <Switch
        label={t('timeline.links')}
        checked={showLinks}
        onChange={(event) => useViewport.setState({ showLinks: event.currentTarget.checked })}
        style={{ whiteSpace: 'nowrap' }}
      />
      <PlanningAids />
      <Group gap={4} wrap="nowrap">
        {icon(t('timeline.zoomOut'), <IconZoomOut size={16} />, () => onZoom(1.5))}
        {icon(t('timeline.zoomIn'), <IconZoomIn size={16} />, () => onZoom(1 / 1.5))}
        {icon(t('timeline.fit'), <IconArrowAutofitWidth size={16} />, onFit)}
        {icon(t('timeline.toNow'), <IconFocusCentered size={16} />, onNow)}
        <PictureMenu />
      </Group>
      {tools}
    </Group>
  );
};
