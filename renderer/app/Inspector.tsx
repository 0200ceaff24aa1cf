import { ActionIcon, Tabs, Text, Tooltip } from '@mantine/core';
import { IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { z } from 'zod';
import { type Kind, type PlanRecord, isKind } from '#shared/plan/records.ts';
import { type PlanState, recordOf } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import { useRemembered } from '../state/layout.ts';
import { usePlan } from '../state/plan.ts';
import { type Selection, type SelectionPart, selectionParts, useView } from '../state/view.ts';
import { useWords, wordFor } from '../ui/words.ts';
import { Divider } from './Divider.tsx';
import { INSPECTORS, ScheduledInspector } from './inspectors.tsx';
import { InspectorHistory } from './InspectorHistory.tsx';
import { InspectorLabel } from './InspectorLabel.tsx';
import { InspectorRelations } from './InspectorRelations.tsx';
import { Provenance } from './Provenance.tsx';
import { ViewBoundary } from './ViewBoundary.tsx';

const MIN_WIDTH = 240;
const MAX_WIDTH = 720;
const widthSchema = z.number().min(MIN_WIDTH).max(MAX_WIDTH);

const toggle = (open: boolean): void => useView.setState({ inspectorOpen: open });

const isLive = (plan: PlanState, kind: Kind, id: string): boolean => {
  const record = recordOf(plan, kind, id);
  return record !== undefined && record.deleted !== true;
};

/** What of the selection is still there, as text: the inspector is drawn anew only when that changes. */
const liveText = (plan: PlanState, selection: Selection | null): string =>
  selectionParts(selection)
    .map(({ kind, ids }) => [kind, ...ids.filter((id) => isLive(plan, kind, id))].join(' '))
    .join('|');

/** The parts of the selection that have records, from that text. */
const partsOf = (text: string): readonly SelectionPart[] =>
  text.split('|').flatMap((part) => {
    const [kind = '', ...ids] = part.split(' ');
    return isKind(kind) && ids.length > 0 ? [{ kind, ids }] : [];
  });

const Fields = ({ parts }: { readonly parts: readonly SelectionPart[] }) => {
  const [part, second] = parts;
  if (part === undefined) return null;
  const key = parts.map(({ ids }) => ids.join(' ')).join(' ');
  if (second !== undefined) return <ScheduledInspector key={key} parts={parts} />;
  const Body = INSPECTORS[part.kind];
  return Body === undefined ? null : <Body key={key} ids={part.ids} />;
};

const TABS = ['fields', 'relations', 'history'] as const;
const tabSchema = z.enum(TABS);

/** What is selected, in words: one record by its kind, several by how many of each there are. */
const kindsText = (parts: readonly SelectionPart[]): string => {
  const [only, second] = parts;
  if (only !== undefined && second === undefined && only.ids.length === 1) return wordFor(`app.kind.${only.kind}`);
  return parts.map(({ kind, ids }) => wordFor(`app.kinds.${kind}`, { count: ids.length })).join(', ');
};

const Selected = ({ parts }: { readonly parts: readonly SelectionPart[] }) => {
  const [tab, setTab] = useRemembered('inspector.tab', tabSchema, 'fields');
  const kind = parts[0]?.kind ?? 'exercise';
  const ids = parts.flatMap((part) => part.ids);
  const first = usePlan(({ plan }): PlanRecord | undefined => recordOf(plan, kind, ids[0] ?? ''));
  const count = ids.length;
  return (
    <>
      <div className="inspector-head">
        <Text c="dimmed" className="inspector-kind">
          {kindsText(parts)}
        </Text>
        {count === 1 && first !== undefined && <h2 className="inspector-title">{titleOf(first)}</h2>}
      </div>
      <Tabs
        value={tab}
        onChange={(value) => setTab(tabSchema.catch('fields').parse(value))}
        keepMounted={false}
        className="inspector-tabs"
      >
        <Tabs.List>
          {TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {wordFor(`app.tab.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="fields" className="inspector-panel">
          <ViewBoundary key={`${kind} ${ids[0] ?? ''}`}>
            <Suspense fallback={null}>
              <Fields parts={parts} />
              {kind !== 'exercise' && <InspectorLabel key={ids.join(' ')} parts={parts} />}
            </Suspense>
          </ViewBoundary>
        </Tabs.Panel>
        <Tabs.Panel value="relations" className="inspector-panel">
          <InspectorRelations parts={parts} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className="inspector-panel">
          <InspectorHistory ids={ids} />
          {count === 1 && first !== undefined && <Provenance key={first.id} record={first} />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
};

const Collapsed = () => {
  const t = useWords();
  return (
    <aside className="inspector-collapsed" aria-label={t('app.inspector')}>
      <Tooltip label={t('app.showInspector')} position="left">
        <ActionIcon variant="subtle" color="gray" aria-label={t('app.showInspector')} onClick={() => toggle(true)}>
          <IconLayoutSidebarRightExpand size={17} />
        </ActionIcon>
      </Tooltip>
    </aside>
  );
};

/** Escape leads back to where the planner came from: the view's list. */
const focusView = (): void => document.querySelector<HTMLElement>('.frame-work [tabindex="0"]')?.focus();

/** The fields of a kind that is shown for the first time are still on their way; so often is looked for them, at this pace. */
const [LOOKS, PACE] = [50, 60];

/**
 * Leads into the first field as soon as it is there, with its text selected, so that a new record is named by typing.
 * Who has gone elsewhere meanwhile is left there. @returns what ends it.
 */
const enterFields = (panel: () => HTMLElement | null): (() => void) => {
  const from = document.activeElement;
  let looks = 0;
  const timer = setInterval(() => {
    const field = panel()?.querySelector<HTMLInputElement>('.inspector-panel :is(input, textarea)');
    const now = document.activeElement;
    const elsewhere = now !== from && now !== document.body;
    looks += 1;
    if (!elsewhere) field?.focus();
    if (!elsewhere) field?.select();
    if (field || elsewhere || looks === LOOKS) clearInterval(timer);
  }, PACE);
  return () => clearInterval(timer);
};

/** The selected record or records, editable in place: the same panel in every view. */
export const Inspector = () => {
  const t = useWords();
  const open = useView((state) => state.inspectorOpen);
  const selection = useView((state) => state.selection);
  const live = usePlan(({ plan }) => liveText(plan, selection));
  const parts = useMemo(() => partsOf(live), [live]);
  const [width, setWidth] = useRemembered('inspector.width', widthSchema, 340);
  const panel = useRef<HTMLElement>(null);
  const asked = useView((state) => state.inspectorFocus);
  useEffect(() => (asked > 0 ? enterFields(() => panel.current) : undefined), [asked]);
  if (!open) return <Collapsed />;
  return (
    <aside
      ref={panel}
      className="inspector"
      aria-label={t('app.inspector')}
      style={{ width }}
      onKeyDown={(event) => event.key === 'Escape' && focusView()}
    >
      <Divider
        label={t('app.inspectorWidth')}
        value={width}
        min={MIN_WIDTH}
        max={MAX_WIDTH}
        onChange={(next) => setWidth(next)}
      />
      <Tooltip label={t('app.hideInspector')} position="left">
        <ActionIcon
          className="inspector-hide"
          variant="subtle"
          color="gray"
          aria-label={t('app.hideInspector')}
          onClick={() => toggle(false)}
        >
          <IconLayoutSidebarRightCollapse size={17} />
        </ActionIcon>
      </Tooltip>
      {parts.length === 0 ? (
        <Text c="dimmed" p="md" pr={44}>
          {t('app.nothingSelected')}
        </Text>
      ) : (
        <Selected parts={parts} />
      )}
    </aside>
  );
};
