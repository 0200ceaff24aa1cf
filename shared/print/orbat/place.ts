/**
 * Gives every box of the trees its place on one large plane that is cut into tiles: no box is ever cut, because one
 * that would stand across an edge goes to the tile behind it.
 */
import type { Node, Sizes } from './tree.ts';

export interface Tiles {
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode {
  readonly node: Node;
  readonly x: number;
  readonly y: number;
  readonly hung: boolean;
}

export interface PlacedLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Chart {
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly PlacedLine[];
  readonly columns: number;
  readonly rows: number;
}

const EPSILON = 1e-6;

/** The first place from `at` on where `size` lies within one tile. */
const fit = (at: number, size: number, tile: number): number => {
  const start = Math.floor(at / tile + EPSILON) * tile;
  return at + size <= start + tile + EPSILON ? at : start + tile;
};

const tileOf = (at: number, tile: number): number => Math.floor(at / tile + EPSILON);

/** A tree with the places across; what stands in a row shares a level. */
interface Across {
  readonly node: Node;
  readonly x: number;
  readonly right: number;
  readonly children: readonly Across[];
}

const centreOf = ({ node, x }: Across): number => x + node.w / 2;

const across = (node: Node, left: number, tiles: Tiles, sizes: Sizes): Across => {
  if (node.children.length === 0 || node.hangs) {
    const hung = node.hangs ? sizes.indent + sizes.hung : 0;
    const w = Math.max(node.w, hung);
    const x = fit(left, w, tiles.width);
    const children = node.children.map((child) => ({
      node: child,
      x: x + sizes.indent,
      right: x + sizes.indent + child.w,
      children: [],
    }));
    return { node, x, right: x + w, children };
  }
  let next = left;
  const children = node.children.map((child) => {
    const placed = across(child, next, tiles, sizes);
    next = placed.right + sizes.gap;
    return placed;
  });
  const [first] = children;
  const last = children.at(-1);
  if (first === undefined || last === undefined) return { node, x: left, right: left + node.w, children };
  const leftmost = Math.min(first.x, ...first.children.map(({ x }) => x));
  const right = Math.max(last.right, leftmost + node.w);
  const middle = (centreOf(first) + centreOf(last)) / 2 - node.w / 2;
  const x = whole(Math.max(leftmost, Math.min(right - node.w, middle)), node.w, leftmost, tiles.width);
  return { node, x, right: Math.max(right, x + node.w), children };
};

/** Moves a box off the edge that it stands across, to the nearer side that is still above its children. */
const whole = (x: number, w: number, leftmost: number, tile: number): number => {
  const behind = fit(x, w, tile);
  if (behind === x) return x;
  const before = behind - w;
  return before >= leftmost - EPSILON && x - before <= behind - x ? before : behind;
};

const levelsOf = (root: Across): readonly (readonly Across[])[] => {
  const levels: Across[][] = [];
  const open: { readonly at: Across; readonly level: number }[] = [{ at: root, level: 0 }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { at, level } = one;
    const own = levels[level];
    if (own === undefined) levels[level] = [at];
    else own.push(at);
    if (!at.node.hangs) for (const child of at.children) open.push({ at: child, level: level + 1 });
  }
  return levels;
};

interface Piece {
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly PlacedLine[];
  readonly right: number;
  readonly bottom: number;
}

const hang = (parent: Across, top: number, tiles: Tiles, sizes: Sizes): Piece => {
  const trunk = parent.x + sizes.indent / 2;
  const nodes: PlacedNode[] = [];
  const lines: PlacedLine[] = [];
  const start = top + parent.node.h;
  let y = start + sizes.gap * 0.8;
  let end = start;
  for (const child of parent.children) {
    y = fit(y, child.node.h, tiles.height);
    nodes.push({ node: child.node, x: child.x, y, hung: true });
    end = y + child.node.h / 2;
    lines.push({ x1: trunk, y1: end, x2: child.x, y2: end });
    y += child.node.h + sizes.gap * 0.7;
  }
  lines.push({ x1: trunk, y1: start, x2: trunk, y2: end });
  return { nodes, lines, right: parent.right, bottom: y };
};

const rake = (parent: Across, top: number, below: number, sizes: Sizes): readonly PlacedLine[] => {
  const centre = centreOf(parent);
  const bus = below - sizes.gap;
  const centres = parent.children.map(centreOf);
  return [
    { x1: centre, y1: top + parent.node.h, x2: centre, y2: bus },
    { x1: Math.min(centre, ...centres), y1: bus, x2: Math.max(centre, ...centres), y2: bus },
    ...centres.map((x) => ({ x1: x, y1: bus, x2: x, y2: below })),
  ];
};

/** A whole tree with its upper left corner at a place, or further on where edges are in the way. */
const placeTree = (tree: Node, left: number, top: number, tiles: Tiles, sizes: Sizes): Piece => {
  const root = across(tree, left, tiles, sizes);
  const nodes: PlacedNode[] = [];
  const lines: PlacedLine[] = [];
  let y = top;
  let bottom = top;
  let above: readonly Across[] = [];
  let aboveTop = top;
  for (const level of levelsOf(root)) {
    const height = Math.max(...level.map(({ node }) => node.h));
    y = fit(y, height, tiles.height);
    for (const parent of above) {
      if (!parent.node.hangs && parent.children.length > 0) lines.push(...rake(parent, aboveTop, y, sizes));
    }
    for (const one of level) {
      nodes.push({ node: one.node, x: one.x, y, hung: false });
      bottom = Math.max(bottom, y + one.node.h);
      if (!one.node.hangs) continue;
      const list = hang(one, y, tiles, sizes);
      nodes.push(...list.nodes);
      lines.push(...list.lines);
      bottom = Math.max(bottom, list.bottom);
    }
    [above, aboveTop] = [level, y];
    y += height + 2 * sizes.gap;
  }
  return { nodes, lines, right: root.right, bottom };
};

/** A tree that fits on one tile is not torn over two, if moving it on helps. */
const placeTogether = (
  tree: Node,
  left: number,
  top: number,
  tiles: Tiles,
  sizes: Sizes,
): Piece & { left: number; top: number } => {
  const piece = placeTree(tree, left, top, tiles, sizes);
  const torn = (from: number, to: number, tile: number): boolean =>
    tileOf(from, tile) !== tileOf(to - 0.001, tile) && to - from <= tile;
  const x = torn(left, piece.right, tiles.width) ? (tileOf(left, tiles.width) + 1) * tiles.width : left;
  const y = torn(top, piece.bottom, tiles.height) ? (tileOf(top, tiles.height) + 1) * tiles.height : top;
  if (x === left && y === top) return { ...piece, left, top };
  return { ...placeTree(tree, x, y, tiles, sizes), left: x, top: y };
};

/** Trees side by side in shelves. @param limit how far to the right they may go; a wider tree has a shelf of its own. */
export const placeTrees = (trees: readonly Node[], limit: number, tiles: Tiles, sizes: Sizes): Chart => {
  const nodes: PlacedNode[] = [];
  const lines: PlacedLine[] = [];
  const between = sizes.gap * 3;
  let [left, top, bottom, right] = [0, 0, 0, 0];
  for (const tree of trees) {
    let piece = placeTogether(tree, left, top, tiles, sizes);
    if (left > 0 && piece.right > limit + EPSILON) {
      [left, top] = [0, bottom + between];
      piece = placeTogether(tree, left, top, tiles, sizes);
    }
    nodes.push(...piece.nodes);
    lines.push(...piece.lines);
    bottom = Math.max(bottom, piece.bottom);
    right = Math.max(right, piece.right);
    left = piece.right + between;
    // A tree that went down to the next tile takes its shelf along.
    top = piece.top;
  }
  return {
    nodes,
    lines,
    columns: Math.max(1, Math.ceil(right / tiles.width - EPSILON)),
    rows: Math.max(1, Math.ceil(bottom / tiles.height - EPSILON)),
  };
};
