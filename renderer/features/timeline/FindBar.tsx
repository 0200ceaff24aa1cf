import { ActionIcon, CloseButton, Group, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { searchIndex } from '#shared/timeline/find.ts';
import { useWords } from '../../ui/words.ts';
import { useOverlays } from './overlays.ts';
import { stepHit, useSearch } from './search.ts';
import type { TimelineModel } from './useTimelineModel.ts';

interface FindBarProps {
  readonly model: TimelineModel;
  /** Brings a hit into sight and selects it. */
  readonly onHit: (id: string) => void;
  /** The focus goes back to the timeline. */
  readonly onClose: () => void;
}

const NOBODY: readonly string[] = [];

/** Finds what was typed among the bars that show, and marks the hits on the surface. */
const useHits = (model: TimelineModel, query: string): readonly string[] => {
  const { plan } = model;
  const { bars } = model.board;
  const index = useMemo(() => searchIndex(plan, bars), [plan, bars]);
  const hits = useMemo(() => (query.trim() === '' ? NOBODY : index(query)), [index, query]);
  useEffect(() => {
    useSearch.setState({ hits });
    useOverlays.setState({ hits: query.trim() === '' ? undefined : new Set(hits) });
  }, [hits, query]);
  useEffect(() => () => useOverlays.setState({ hits: undefined }), []);
  return hits;
};

/** The search line over the timeline: Enter goes to the next hit, with Shift to the previous, Escape closes it. */
export const FindBar = ({ model, onHit, onClose }: FindBarProps) => {
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  const query = useSearch((state) => state.query);
  const current = useSearch((state) => state.current);
  const asked = useSearch((state) => state.asked);
  const hits = useHits(model, query);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const go = (way: 1 | -1): void => {
    const id = stepHit(way);
    if (id !== undefined) onHit(id);
  };
  const at = current === undefined ? 0 : hits.indexOf(current) + 1;
  const arrow = (label: string, way: 1 | -1, icon: React.ReactNode) => (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" aria-label={label} disabled={hits.length === 0} onClick={() => go(way)}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group className="timeline-find" role="search" gap={4} wrap="nowrap">
      <TextInput
        ref={field}
        aria-label={t('editing.find.label')}
        placeholder={t('editing.find.label')}
        w={220}
        value={query}
        onChange={(event) => useSearch.setState({ query: event.currentTarget.value, current: undefined })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          else if (event.key === 'F3') go(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="timeline-find-count figure" aria-live="polite">
        {query.trim() !== '' &&
          (hits.length === 0 ? t('editing.find.none') : t('editing.find.count', { at, count: hits.length }))}
      </span>
      {arrow(t('editing.find.previous'), -1, <IconChevronUp size={16} />)}
      {arrow(t('editing.find.next'), 1, <IconChevronDown size={16} />)}
      <CloseButton aria-label={t('app.close')} onClick={onClose} />
    </Group>
  );
};
