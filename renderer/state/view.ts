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

/** Records of one kind that are selected. */
export interface SelectionPart {
  readonly kind: Kind;
  readonly ids: readonly string[];
}

export interface Selection extends SelectionPart {
  /** What is selected along with them of another kind: on the timeline activities and movements are one selection. */
  readonly also?: SelectionPart;
  /** Where two kinds are selected, the ids of both in the order in which they were. */
  readonly order?: readonly string[];
}

/** The selection kind by kind, that of the first record first. */
export const selectionParts = (selection: Selection | null): readonly SelectionPart[] => {
  if (selection === null) return [];
  const { kind, ids, also } = selection;
  return also === undefined ? [{ kind, ids }] : [{ kind, ids }, also];
};

/** What is selected, in the order in which it was. */
export const selectedRecords = (
  selection: Selection | null,
): readonly { readonly kind: Kind; readonly id: string }[] => {
  const records = selectionParts(selection).flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })));
  const order = selection?.order;
  if (order === undefined) return records;
  const byId = new Map(records.map((record) => [record.id, record]));
  return order.flatMap((id) => byId.get(id) ?? []);
};

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

/** Selects records of up to two kinds, in the order in which they come. */
export const selectRecords = (records: readonly { readonly kind: Kind; readonly id: string }[]): void => {
  const kind = records[0]?.kind ?? 'activity';
  const own = records.filter((record) => record.kind === kind).map(({ id }) => id);
  const others = records.filter((record) => record.kind !== kind);
  const [other] = others;
  if (other === undefined) return select(kind, own);
  const also = { kind: other.kind, ids: others.filter((each) => each.kind === other.kind).map(({ id }) => id) };
  useView.setState({ selection: { kind, ids: own, also, order: records.map(({ id }) => id) } });
};

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
