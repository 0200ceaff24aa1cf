/** How the person arranged the window (widths, columns, sorting): remembered per data folder, no part of any plan. */
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { create } from 'zustand';
import { MAX_SETTING } from '#shared/contract/vault.ts';

/** Where the arrangement is kept between sessions, as one JSON text. */
export interface LayoutStore {
  readonly read: () => Promise<string | null>;
  readonly write: (text: string) => Promise<unknown>;
}

type Values = Readonly<Record<string, unknown>>;

const useLayout = create<{ readonly values: Values }>()(() => ({ values: {} }));

const WRITE_DELAY_MS = 600;
let store: LayoutStore | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const parse = (text: string | null): Values => {
  try {
    const value: unknown = text === null ? {} : JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Values) : {};
  } catch {
    // A damaged arrangement is no loss worth a sentence: the window opens as on its first day.
    return {};
  }
};

/** Reads the remembered arrangement and keeps writing to the same place. Call once, before the first view. */
export const startLayout = async (place: LayoutStore): Promise<void> => {
  store = place;
  useLayout.setState({ values: parse(await place.read()) });
};

const writeSoon = (): void => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const text = JSON.stringify(useLayout.getState().values);
    if (text.length <= MAX_SETTING) void store?.write(text);
  }, WRITE_DELAY_MS);
};

/** A remembered value, and how to change it. What does not fit the schema counts as not remembered. */
export const useRemembered = <T>(key: string, schema: z.ZodType<T>, fallback: T): readonly [T, (next: T) => void] => {
  const raw = useLayout((state) => state.values[key]);
  const value = useMemo(() => {
    const parsed = schema.safeParse(raw);
    return parsed.success ? parsed.data : fallback;
    // Schema and fallback are constants of the caller; the stored value alone decides.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [raw]);
  const change = useCallback(
    (next: T): void => {
      useLayout.setState(({ values }) => ({ values: { ...values, [key]: next } }));
      writeSoon();
    },
    [key],
  );
  return [value, change];
};
