/**
 * Where sheets are laid out: keeps a plan and the sheets of its last layout, and hands single sheets out. It is the
 * same whether it runs in a worker or, where there are none, on the window's own thread.
 */
import { type PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import type { RowChoice } from '#shared/print/content.ts';
import type { Stamp } from '#shared/print/base.ts';
import { type PrintOptions, type RowsProduct, choicesOf, layoutPrint } from '#shared/print/products.ts';
import type { Sheet, SheetItem } from '#shared/print/sheet.ts';
import { type Result, ok } from '#shared/result.ts';

/** A sheet without what is drawn on it: enough for lists and the space that it takes. */
export type SheetHead = Omit<Sheet, 'items'>;

export type DeskRequest =
  | { readonly ask: 'records'; readonly records: readonly PlanRecord[]; readonly fresh: boolean }
  | { readonly ask: 'lay'; readonly layout: number; readonly options: PrintOptions; readonly stamp: Stamp }
  | { readonly ask: 'choices'; readonly question: number; readonly options: RowsProduct }
  | { readonly ask: 'items'; readonly layout: number; readonly index: number };

export type DeskReply =
  | { readonly tell: 'choices'; readonly question: number; readonly choices: readonly RowChoice[] }
  | { readonly tell: 'laid'; readonly layout: number; readonly heads: Result<readonly SheetHead[]> }
  | {
      readonly tell: 'items';
      readonly layout: number;
      readonly index: number;
      readonly items: readonly SheetItem[];
    };

const headOf = ({ items: _items, ...head }: Sheet): SheetHead => head;

/** @returns what answers a request, or nothing for records and for layouts that are no longer there. */
export const openDesk = (): ((request: DeskRequest) => DeskReply | undefined) => {
  let records = new Map<string, PlanRecord>();
  let plan = planOf([]);
  let planned = true;
  let laid: { readonly layout: number; readonly sheets: readonly Sheet[] } = { layout: 0, sheets: [] };
  const current = (): typeof plan => {
    if (!planned) plan = planOf(records.values());
    planned = true;
    return plan;
  };
  const lay = (layout: number, options: PrintOptions, stamp: Stamp): DeskReply => {
    const sheets = layoutPrint(current(), options, stamp);
    laid = { layout, sheets: sheets.ok ? sheets.value : [] };
    return { tell: 'laid', layout, heads: sheets.ok ? ok(sheets.value.map(headOf)) : sheets };
  };
  return (request) => {
    switch (request.ask) {
      case 'records':
        if (request.fresh) records = new Map();
        for (const record of request.records) records.set(record.id, record);
        planned = false;
        return undefined;
      case 'lay':
        return lay(request.layout, request.options, request.stamp);
      case 'choices': {
        const { question, options } = request;
        return { tell: 'choices', question, choices: choicesOf(current(), options) };
      }
      case 'items': {
        const { layout, index } = request;
        const sheet = layout === laid.layout ? laid.sheets[index] : undefined;
        return sheet === undefined ? undefined : { tell: 'items', layout, index, items: sheet.items };
      }
    }
  };
};
