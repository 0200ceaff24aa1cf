/** The trees of a printed order of battle: a participant above its units, each a box as large as its words need. */
import type { Participant } from '../../plan/participant/schema.ts';
import { type PlanState, find, live } from '../../plan/state.ts';
import type { Unit } from '../../plan/unit/schema.ts';
import { type Forest, forestOf } from '../../plan/unit/tree.ts';
import { numberText } from '../list.ts';
import { wrap } from '../measure.ts';
import { fill, sheetWords } from '../words.ts';
import type { OrbatOptions } from './options.ts';

/** Sizes in millimetres, all from the width of a symbol. */
export interface Sizes {
  readonly symbol: { readonly w: number; readonly h: number };
  readonly text: number;
  readonly line: number;
  /** Of a box with its symbol above its name, and of one that hangs with its name beside it. */
  readonly box: number;
  readonly hung: number;
  readonly indent: number;
  readonly gap: number;
}

export const sizesOf = (symbol: number): Sizes => {
  const text = Math.max(1.9, symbol * 0.2);
  const w = symbol;
  return {
    symbol: { w, h: symbol * 0.78 },
    text,
    line: text * 1.3,
    box: Math.max(symbol * 2.3, 18),
    hung: symbol * 0.8 + Math.max(symbol * 2.2, 20),
    indent: symbol * 0.5,
    gap: symbol * 0.3,
  };
};

interface Shape {
  readonly lines: readonly string[];
  /** How many of the lines are its name. */
  readonly names: number;
  readonly w: number;
  readonly h: number;
}

export interface Node extends Shape {
  /** What the box is of; a participant stands above the tops of its trees. */
  readonly unit?: Unit;
  readonly participant?: Participant;
  readonly children: readonly Node[];
  /** Whether its children hang below each other: a list of those that have nothing below them. */
  readonly hangs: boolean;
}

/** From so many children without any of their own, a list is easier to read than a row. */
const LIST = 3;

interface Tree {
  readonly plan: PlanState;
  readonly options: OrbatOptions;
  readonly forest: Forest;
  readonly sizes: Sizes;
}

const belowCount = ({ forest }: Tree, unit: Unit): number => {
  const found = [unit];
  for (let at = 0; at < found.length; at += 1) found.push(...(forest.children.get(found[at]?.id ?? '') ?? []));
  return found.length - 1;
};

const shapeOf = (tree: Tree, unit: Unit, hung: boolean, hidden: boolean): Shape => {
  const { options, sizes } = tree;
  const words = sheetWords(options.language).orbat;
  const room = hung ? sizes.hung - sizes.symbol.w * 0.8 - 1 : sizes.box - 1;
  const strength =
    options.strength && unit.personnel !== undefined && unit.personnel > 0
      ? [fill(words.people, { count: numberText(unit.personnel, options.language) })]
      : [];
  const more = hidden ? [fill(words.more, { count: numberText(belowCount(tree, unit), options.language) })] : [];
  const name = wrap(unit.name, room, sizes.text, true);
  const lines = [...name, ...[...strength, ...more].flatMap((text) => wrap(text, room, sizes.text))];
  const height = lines.length * sizes.line;
  return hung
    ? { lines, names: name.length, w: sizes.hung, h: Math.max(sizes.symbol.h * 0.8, height) }
    : { lines, names: name.length, w: sizes.box, h: sizes.symbol.h + 0.8 + height };
};

const nodeOf = (tree: Tree, unit: Unit, level: number, hung: boolean): Node => {
  const all = tree.forest.children.get(unit.id) ?? [];
  const { levels } = tree.options;
  const kids = levels !== undefined && level >= levels ? [] : all;
  const last = (child: Unit): boolean =>
    (tree.forest.children.get(child.id) ?? []).length === 0 || (levels !== undefined && level + 1 >= levels);
  const hangs = kids.length >= LIST && kids.every(last);
  return {
    unit,
    ...shapeOf(tree, unit, hung, all.length > kids.length),
    children: kids.map((child) => nodeOf(tree, child, level + 1, hangs)),
    hangs,
  };
};

const participantNode = (tree: Tree, participant: Participant, roots: readonly Unit[]): Node => {
  const { sizes } = tree;
  const lines = wrap(`${participant.code} ${participant.name}`, sizes.box - 2, sizes.text * 1.15, true);
  return {
    participant,
    lines,
    names: lines.length,
    w: sizes.box,
    h: lines.length * sizes.line * 1.15 + 2,
    children: roots.map((root) => nodeOf(tree, root, 1, false)),
    hangs: false,
  };
};

/** The trees that were chosen, participants by their codes, then single units with what is below them. */
export const treesOf = (plan: PlanState, options: OrbatOptions, sizes: Sizes): readonly Node[] => {
  const forest = forestOf(live(plan, 'unit'));
  const tree: Tree = { plan, options, forest, sizes };
  const wanted = options.rows === null ? undefined : new Set(options.rows);
  const roots = new Map<string, Unit[]>();
  for (const root of forest.roots) roots.set(root.participant, [...(roots.get(root.participant) ?? []), root]);
  const participants = live(plan, 'participant')
    .filter(({ id }) => roots.has(id) && (wanted?.has(id) ?? true))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const trees = participants.map((participant) => participantNode(tree, participant, roots.get(participant.id) ?? []));
  // Units of a participant that is not in the plan stand for themselves.
  const lost =
    wanted === undefined
      ? forest.roots.filter((root) => find(plan, 'participant', root.participant) === undefined)
      : [];
  const single = wanted === undefined ? lost : forest.order.filter(({ id }) => wanted.has(id));
  return [...trees, ...single.map((unit) => nodeOf(tree, unit, 1, false))];
};
