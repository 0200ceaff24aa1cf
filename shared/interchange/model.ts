/** What an importer makes of another program's file, before anything of it touches the plan. */
import type { Instant } from '../time/instant.ts';

export interface ImportSide {
  /** Identifier of the side in its file. */
  readonly foreignId: string;
  readonly name: string;
  readonly remarks?: string;
}

export interface ImportUnit {
  /** Identifier in the file, unique in the model. */
  readonly foreignId: string;
  readonly name: string;
  readonly shortName?: string;
  /** Foreign identifier of its side. */
  readonly side: string;
  /** Foreign identifier of its superior unit, of the same side; the tree has no rings. */
  readonly parent?: string;
  readonly sidc: string;
  readonly personnel?: number;
  readonly remarks?: string;
}

/** One line of the report: a code under `interchange.<section>.` of the catalogue, and how often it happened. */
export interface ReportLine {
  readonly code: string;
  readonly count: number;
  /** The field's name in the file, where the code alone does not say it. */
  readonly name?: string;
}

interface ImportReport {
  readonly taken: readonly ReportLine[];
  /** Taken, but changed on the way. */
  readonly mapped: readonly ReportLine[];
  readonly leftOut: readonly ReportLine[];
}

export interface ExerciseHints {
  readonly name?: string;
  readonly start?: Instant;
  /** IANA zone. */
  readonly zone?: string;
}

export interface ImportModel {
  readonly format: 'orbat-mapper' | 'msdl';
  readonly participants: readonly ImportSide[];
  /** Superiors before their subordinates, siblings in the order of the file. */
  readonly units: readonly ImportUnit[];
  readonly report: ImportReport;
  readonly exerciseHints: ExerciseHints;
}

/** No exercise has more; what has is an attack on memory. */
export const MAX_UNITS = 20_000;
export const MAX_SIDES = 200;

type Section = keyof ImportReport;

/** Counts what happens on the way; nothing is dropped without a line here. */
export interface Tally {
  readonly add: (section: Section, code: string, count?: number, name?: string) => void;
  readonly report: () => ImportReport;
}

export const newTally = (): Tally => {
  const counts: Record<Section, Map<string, ReportLine>> = { taken: new Map(), mapped: new Map(), leftOut: new Map() };
  const linesOf = (section: Section): ReportLine[] =>
    [...counts[section].values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return {
    add: (section, code, count = 1, name) => {
      if (count === 0) return;
      const key = `${code} ${name ?? ''}`;
      const before = counts[section].get(key)?.count ?? 0;
      counts[section].set(key, { code, count: before + count, ...(name === undefined ? {} : { name }) });
    },
    report: () => ({ taken: linesOf('taken'), mapped: linesOf('mapped'), leftOut: linesOf('leftOut') }),
  };
};

/** A text as a field holds it: one line or several, without control characters, cut at its length. */
export const fitted = (value: unknown, max: number, tally: Tally): string => {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value)
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .trim();
  if (text.length <= max) return text;
  tally.add('mapped', 'textCut');
  return text.slice(0, max).trimEnd();
};

export const MAX_NAME = 160;
export const MAX_ID = 190;

/** Identifiers as the model needs them: fitting and unique; a second unit of the same one is told apart by a number. */
export const uniqueIds = (tally: Tally): ((id: string) => string) => {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    if (count === 1) return id;
    tally.add('mapped', 'duplicateId');
    return `${id}#${count}`;
  };
};
