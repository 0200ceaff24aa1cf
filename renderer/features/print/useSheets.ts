/** The sheets of the preview: laid out beside the window, and drawn one by one as they come into sight. */
import { useEffect, useState } from 'react';
import type { PlanState } from '#shared/plan/state.ts';
import type { PrintOptions } from '#shared/print/products.ts';
import type { SheetItem } from '#shared/print/sheet.ts';
import { type Layout, requestItems, requestLayout } from './layoutClient.ts';

/** The newest layout, undefined before the first; `busy` while a newer one is on its way. */
export const useLayout = (
  plan: PlanState,
  options: PrintOptions,
  now: number,
): { readonly layout: Layout | undefined; readonly busy: boolean } => {
  const [layout, setLayout] = useState<Layout | undefined>();
  const [done, setDone] = useState<PrintOptions | undefined>();
  useEffect(() => {
    let wanted = true;
    void requestLayout(plan, options, { now }, () => wanted).then((laid) => {
      if (!wanted || laid === undefined) return;
      setLayout(laid);
      setDone(options);
    });
    return () => {
      wanted = false;
    };
  }, [plan, options, now]);
  return { layout, busy: done !== options };
};

const NONE: readonly SheetItem[] = [];

/** What is drawn on a sheet; nothing for the moment that it takes to come. */
export const useItems = (layout: number, index: number): readonly SheetItem[] => {
  const [shown, setShown] = useState({ layout: 0, index: 0, items: NONE });
  useEffect(() => {
    let wanted = true;
    void requestItems(layout, index).then((items) => {
      if (wanted) setShown({ layout, index, items });
    });
    return () => {
      wanted = false;
    };
  }, [layout, index]);
  // The sheet before stays until its successor is there: nothing flickers while someone types.
  return shown.index === index ? shown.items : NONE;
};
