/** The upper part of a unit's sheet: its symbol, its name, and what is known of it. */
import type { Unit } from '../../plan/unit/schema.ts';
import { type PlanState, find } from '../../plan/state.ts';
import { strengthOf } from '../../plan/movement/totals.ts';
import type { PlanRecord } from '../../plan/records.ts';
import { MARGIN } from '../frameGeometry.ts';
import { numberText } from '../list.ts';
import { headingLine, textAt, wrap } from '../measure.ts';
import type { SheetItem } from '../sheet.ts';
import { echelonWord, planWords, sheetWords } from '../words.ts';
import type { UnitOptions } from './options.ts';

const SYMBOL_WIDTH = 34;
const SYMBOL_HEIGHT = 26;
const NAME_SIZE = 6;
const NAME_LINE = 7;
const LABEL_SIZE = 2.4;
const VALUE_SIZE = 3;
const VALUE_LINE = 3.9;
const GREY = '#59616b';

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** The superiors of a unit, the highest first; a ring is walked once. */
const superiorsOf = (plan: PlanState, unit: Unit): readonly Unit[] => {
  const found: Unit[] = [];
  const seen = new Set([unit.id]);
  for (let next = find(plan, 'unit', unit.parent); next !== undefined && !seen.has(next.id); ) {
    found.unshift(next);
    seen.add(next.id);
    next = find(plan, 'unit', next.parent);
  }
  return found;
};

export type Children = ReadonlyMap<string, readonly Unit[]>;

/** A unit and everything below it, each once. */
const withBelow = (children: Children, unit: Unit): readonly Unit[] => {
  const found = [unit];
  for (let at = 0; at < found.length; at += 1) found.push(...(children.get(found[at]?.id ?? '') ?? []));
  return found;
};

const factsOf = (plan: PlanState, children: Children, unit: Unit, { language }: UnitOptions): readonly Fact[] => {
  const words = sheetWords(language).unit;
  const participant = find(plan, 'participant', unit.participant);
  const home = find(plan, 'location', unit.homeLocation);
  const all = strengthOf(
    plan,
    withBelow(children, unit).map(({ id }) => id),
  );
  const count = (own: number | undefined, sum: number): string =>
    own === undefined && sum === 0
      ? ''
      : own === undefined || own === sum
        ? numberText(sum, language)
        : `${numberText(own, language)} (${words.withSubordinates} ${numberText(sum, language)})`;
  const station = [unit.homeStation, home?.name].filter((text) => text !== undefined && text !== '');
  return [
    { label: words.participant, value: participant === undefined ? '' : `${participant.code} ${participant.name}` },
    {
      label: words.superior,
      value: superiorsOf(plan, unit)
        .map(({ shortName, name }) => shortName ?? name)
        .join(' › '),
    },
    { label: words.echelon, value: echelonWord(language, unit.sidc) },
    { label: words.personnel, value: count(unit.personnel, all.personnel) },
    { label: words.vehicles, value: count(unit.vehicles, all.vehicles) },
    {
      label: words.readiness,
      value: unit.readiness === undefined ? '' : planWords(language).readiness[unit.readiness],
    },
    { label: words.notice, value: unit.noticeHours === undefined ? '' : `${numberText(unit.noticeHours, language)} h` },
    { label: words.home, value: [...new Set(station)].join(', ') },
    { label: words.symbol, value: unit.sidc },
  ].filter(({ value }) => value !== '');
};

/** Records that the facts name beside the unit. */
export const factRecords = (plan: PlanState, children: Children, unit: Unit): readonly (PlanRecord | undefined)[] => [
  find(plan, 'participant', unit.participant),
  find(plan, 'location', unit.homeLocation),
  ...superiorsOf(plan, unit),
  // Their people and vehicles are in the sums.
  ...withBelow(children, unit),
];

interface FactsContext {
  readonly plan: PlanState;
  readonly children: Children;
  readonly options: UnitOptions;
}

interface Block {
  readonly height: number;
  readonly items: readonly SheetItem[];
}

/** @param top of the block on the sheet. */
export const drawFacts = ({ plan, children, options }: FactsContext, unit: Unit, width: number, top: number): Block => {
  const left = MARGIN + SYMBOL_WIDTH + 5;
  const inner = width - MARGIN - left;
  const title = unit.shortName === undefined ? unit.name : `${unit.name} (${unit.shortName})`;
  const names = wrap(title, inner, NAME_SIZE, true);
  const items: SheetItem[] = [
    {
      is: 'symbol',
      x: MARGIN,
      y: top + 1,
      w: SYMBOL_WIDTH,
      h: SYMBOL_HEIGHT,
      sidc: unit.sidc,
      blackAndWhite: options.blackAndWhite,
    },
    ...names.map((text, index) =>
      textAt('row', left, top + (index + 1) * NAME_LINE - 1.6, text, {
        size: NAME_SIZE,
        bold: true,
        of: unit.id,
        ...headingLine(2, index),
      }),
    ),
  ];
  const column = inner / 2;
  const bottoms = [0, 0].map(() => top + names.length * NAME_LINE + 3);
  for (const { label, value } of factsOf(plan, children, unit, options)) {
    const side = (bottoms[0] ?? 0) <= (bottoms[1] ?? 0) ? 0 : 1;
    const x = left + side * column;
    const y = bottoms[side] ?? 0;
    const lines = wrap(value, column - 4, VALUE_SIZE);
    items.push(
      textAt('note', x, y + 2.4, label, { size: LABEL_SIZE, fill: GREY }),
      ...lines.map((text, index) =>
        textAt('cell', x, y + 2.9 + (index + 1) * VALUE_LINE - 0.6, text, { size: VALUE_SIZE, of: unit.id }),
      ),
    );
    bottoms[side] = y + 3.4 + lines.length * VALUE_LINE + 1.4;
  }
  return { height: Math.max(SYMBOL_HEIGHT + 4, ...bottoms.map((bottom) => bottom - top)) + 2, items };
};
