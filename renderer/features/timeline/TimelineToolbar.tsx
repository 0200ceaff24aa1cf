import { ActionIcon, Button, type ComboboxData, Group, Select, Switch, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconFocusCentered,
  IconPlus,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { ROW_FORMS } from '#shared/timeline/board.ts';
import { LANE_FIELDS, type LaneField, isLaneField } from '#shared/timeline/fields.ts';
import { useShallow } from 'zustand/react/shallow';
import { useWords, wordFor } from '../../ui/words.ts';
import { fieldName } from './fieldWords.ts';
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

/** The usual fields first, then under a heading of their own those that only one kind has. */
const fieldChoices = (write: (field: string) => string): ComboboxData => {
  const of = (which: (typeof LANE_FIELDS)[number]['of']) =>
    LANE_FIELDS.filter((field) => field.of === which).map(({ id }) => ({ value: id, label: write(fieldName(id)) }));
  const more = (kind: 'activity' | 'movement') => ({ group: wordFor(`timeline.moreOf.${kind}`), items: of(kind) });
  return [...of('usual'), more('activity'), more('movement')];
};

interface FieldPickProps {
  readonly label: string;
  readonly value: LaneField;
  readonly write: (field: string) => string;
  readonly onPick: (field: LaneField) => void;
}

/** Any field of what is shown, found by its name. */
const FieldPick = ({ label, value, write, onPick }: FieldPickProps) => {
  const t = useWords();
  return (
    <Select
      aria-label={label}
      className="timeline-pick"
      searchable
      allowDeselect={false}
      maxDropdownHeight={420}
      comboboxProps={{ width: 300, position: 'bottom-start' }}
      nothingFoundMessage={t('timeline.noField')}
      data={fieldChoices(write)}
      value={value}
      onChange={(id) => isLaneField(id) && onPick(id)}
    />
  );
};

/** What rows and colours go by. */
const Picks = () => {
  const t = useWords();
  const { grouping, form, colouring } = useViewport(
    useShallow((view) => ({ grouping: view.grouping, form: view.form, colouring: view.colouring })),
  );
  return (
    <>
      <FieldPick
        label={t('timeline.groupBy')}
        value={grouping}
        write={(field) => t('timeline.by', { field })}
        onPick={(value) => useViewport.setState({ grouping: value, folded: [], scrollTop: 0 })}
      />
      <Select
        aria-label={t('timeline.rowForm')}
        className="timeline-pick"
        allowDeselect={false}
        data={ROW_FORMS.map((value) => ({ value, label: wordFor(`timeline.form.${value}`) }))}
        value={form}
        onChange={(value) => useViewport.setState({ form: ROW_FORMS.find((each) => each === value) ?? form })}
      />
      <FieldPick
        label={t('timeline.colourBy')}
        value={colouring}
        write={(field) => t('timeline.colour', { field })}
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
