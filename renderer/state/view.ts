/** What the window shows: the view, what is selected, how times are read. Nothing of it belongs to the plan. */
import { create } from 'zustand';
import type { Kind } from '#shared/plan/records.ts';
import type { TimeMode } from '#shared/time/display.ts';

export const VIEWS = [
  'overview',
  'participants',
  'forces',
  'calendar',
  'timeline',
  'logistics',
  'exchange',
  'print',
  'matrix',
] as const;
export type ViewId = (typeof VIEWS)[number];

export interface Selection {
  readonly kind: Kind;
  readonly ids: readonly string[];
}

export interface ViewStore {
  readonly view: ViewId;
  readonly selection: Selection | null;
  readonly timeMode: TimeMode;
  readonly inspectorOpen: boolean;
  /** Counts how often the inspector was asked to take the focus (Enter, double click). */
  readonly inspectorFocus: number;
  /** A filter that a figure of the overview hands to the view it leads to. */
  readonly filter: string;
}

export const useView = create<ViewStore>()(() => ({
  view: 'overview',
  selection: null,
  timeMode: 'dtg',
  inspectorOpen: true,
  inspectorFocus: 0,
  filter: '',
}));

/** Goes to a view, with a filter for it if the way there has one. */
export const showView = (view: ViewId, filter = ''): void => useView.setState({ view, filter });

/** Selects records for the inspector; none when `ids` is empty. */
export const select = (kind: Kind, ids: readonly string[]): void =>
  useView.setState({ selection: ids.length === 0 ? null : { kind, ids } });

/** Leads from a list into the inspector, as Enter and double click do. */
export const openInspector = (): void =>
  useView.setState(({ inspectorFocus }) => ({ inspectorOpen: true, inspectorFocus: inspectorFocus + 1 }));

/** The views that show a kind of record, for jumps from search and findings. */
const HOME: Readonly<Record<Kind, ViewId>> = {
  exercise: 'overview',
  anchor: 'overview',
  participant: 'participants',
  unit: 'forces',
  location: 'logistics',
  activity: 'timeline',
  dependency: 'timeline',
  movement: 'logistics',
  profile: 'exchange',
  agreement: 'participants',
  baseline: 'timeline',
};

/** Shows a record where it lives, or in another view that shows it too, and selects it. */
export const revealRecord = (kind: Kind, id: string, view: ViewId = HOME[kind]): void => {
  useView.setState({ view, selection: { kind, ids: [id] }, inspectorOpen: true, filter: '' });
};

const NOTHING: readonly string[] = [];

/** The selected ids of one kind; empty when something else is selected. */
export const useSelectedIds = (kind: Kind): readonly string[] =>
  useView((state) => (state.selection?.kind === kind ? state.selection.ids : NOTHING));
