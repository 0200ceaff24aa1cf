/** What each exercise prints and how, as it was chosen on the Print screen or asked for by another view. */
import { create } from 'zustand';
import type { PrintOptions, ProductId } from '#shared/print/products.ts';
import { showView } from './view.ts';

interface PrintStore {
  /** By exercise; the timeline where nothing was chosen. */
  readonly product: Readonly<Record<string, ProductId>>;
  /** By exercise and product: what was chosen otherwise than it would be; all else follows plan and preferences. */
  readonly chosen: Readonly<Record<string, Partial<PrintOptions>>>;
}

export const usePrintStore = create<PrintStore>()(() => ({ product: {}, chosen: {} }));

/** Where the choices for a product of an exercise stand. */
export const printKey = (exerciseId: string, product: ProductId): string => `${exerciseId} ${product}`;

export const choosePrint = (exerciseId: string, product: ProductId): void =>
  usePrintStore.setState((state) => ({ product: { ...state.product, [exerciseId]: product } }));

export const changePrint = (exerciseId: string, product: ProductId, change: Partial<PrintOptions>): void => {
  const key = printKey(exerciseId, product);
  usePrintStore.setState(({ chosen }) => ({
    chosen: { ...chosen, [key]: { ...chosen[key], ...change } as Partial<PrintOptions> },
  }));
};

/** Leads to the Print screen with what shows; paper, marking and all else stay as they were chosen there. */
export const showPrint = <P extends ProductId>(
  exerciseId: string,
  product: P,
  wanted: Partial<Extract<PrintOptions, { product: P }>>,
): void => {
  changePrint(exerciseId, product, wanted);
  choosePrint(exerciseId, product);
  showView('print');
};
