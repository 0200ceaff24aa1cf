import type { ReactNode } from 'react';
import { PATTERNS } from '#shared/print/inks.ts';

export const patternName = (pattern: number, ink: string): string => `p${pattern}${ink.replace('#', 'x')}`;

interface Tile {
  readonly w: number;
  readonly h: number;
  /** Degrees that the whole pattern is turned by. */
  readonly turn?: number;
  readonly draw: (ink: string) => ReactNode;
}

const bar = (x: number, w: number, ink: string) => <rect x={x} y={0} width={w} height={4} fill={ink} />;

/** Each is told from the others in a strip one millimetre high, after a photocopier too. */
const TILES: readonly Tile[] = [
  { w: 4, h: 4, draw: (ink) => <rect width={4} height={4} fill={ink} /> },
  { w: 1, h: 4, turn: 45, draw: (ink) => bar(0, 0.45, ink) },
  { w: 2.2, h: 4, turn: -45, draw: (ink) => bar(0, 1.1, ink) },
  { w: 1.3, h: 1.3, draw: (ink) => <circle cx={0.65} cy={0.65} r={0.4} fill={ink} /> },
  { w: 4, h: 1, draw: (ink) => <rect y={0.3} width={4} height={0.45} fill={ink} /> },
  { w: 0.8, h: 4, draw: (ink) => bar(0, 0.35, ink) },
  { w: 4, h: 4, draw: (ink) => bar(0, 2.4, ink) },
  {
    w: 1.4,
    h: 1.4,
    draw: (ink) => <path d="M0 0L1.4 1.4M1.4 0L0 1.4" stroke={ink} strokeWidth={0.25} />,
  },
  {
    w: 1.8,
    h: 1.3,
    draw: (ink) => <path d="M0 0L0.9 0.65L0 1.3L0.7 1.3L1.6 0.65L0.7 0Z" fill={ink} />,
  },
  {
    w: 6,
    h: 4,
    draw: (ink) => (
      <>
        {bar(0, 3, ink)}
        {bar(4, 0.9, ink)}
      </>
    ),
  },
  { w: 3, h: 1.3, draw: (ink) => <circle cx={0.65} cy={0.65} r={0.45} fill={ink} /> },
  { w: 2.4, h: 4, draw: (ink) => bar(0, 0.3, ink) },
];

interface SheetPatternProps {
  readonly id: string;
  readonly pattern: number;
  readonly ink: string;
}

/** One of the patterns by which kinds and participants are told apart without colour. */
export const SheetPattern = ({ id, pattern, ink }: SheetPatternProps) => {
  const tile = TILES[pattern % PATTERNS];
  if (tile === undefined) return null;
  return (
    <pattern
      id={id}
      width={tile.w}
      height={tile.h}
      patternUnits="userSpaceOnUse"
      patternTransform={tile.turn === undefined ? undefined : `rotate(${tile.turn})`}
    >
      <rect width={tile.w} height={tile.h} fill="#ffffff" />
      {tile.draw(ink)}
    </pattern>
  );
};
