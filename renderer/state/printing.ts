/** What each exercise prints and how, as it was chosen on the Print screen or asked for by another view. */
import { create } from 'zustand';
import type { PrintOptions, ProductId } from '#shared/print/products.ts';
import { showView } from './view.ts';

interface PrintStore {
  /** By exercise; the timeline where nothing was chosen. */
  readonly product: Readonly<Record<string, ProductId>>;
  /** By exercise and product; one that was never changed follows its plan. */
  readonly options: Readonly<Record<string, PrintOptions>>;
  /** By exercise and product: what another view wants otherwise than it would be. */
  readonly asked: Readonly<Record<string, Partial<PrintOptions>>>;
}

export const usePrintStore = create<PrintStore>()(() => ({ product: {}, options: {}, asked: {} }));

/** Where the options of a product of an exercise stand. */
export const printKey = (exerciseId: string, product: ProductId): string => `${exerciseId} ${product}`;

export const choosePrint = (exerciseId: string, product: ProductId): void =>
  usePrintStore.setState((state) => ({ product: { ...state.product, [exerciseId]: product } }));

export const keepPrintOptions = (exerciseId: string, options: PrintOptions): void =>
  usePrintStore.setState((state) => ({
    options: { ...state.options, [printKey(exerciseId, options.product)]: options },
  }));

/** Leads to the Print screen with what shows; paper, marking and all else stay as they were chosen there. */
export const showPrint = <P extends ProductId>(
  exerciseId: string,
  product: P,
  wanted: Partial<Extract<PrintOptions, { product: P }>>,
): void => {
  const key = printKey(exerciseId, product);
  const chosen = usePrintStore.getState().options[key];
  usePrintStore.setState((state) => ({ asked: { ...state.asked, [key]: wanted } }));
  if (chosen !== undefined) keepPrintOptions(exerciseId, { ...chosen, ...wanted } as PrintOptions);
  choosePrint(exerciseId, product);
  showView('print');
};
