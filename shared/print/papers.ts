/** Paper by name, upright, width and height in millimetres. */
const PAPERS = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
  LETTER: [215.9, 279.4],
  TABLOID: [279.4, 431.8],
} as const;
export type Paper = keyof typeof PAPERS;
export const PAPER_NAMES = ['A4', 'A3', 'A2', 'A1', 'A0', 'LETTER', 'TABLOID'] as const satisfies readonly Paper[];
export const ORIENTATIONS = ['landscape', 'portrait'] as const;

/** How large everything on a sheet is: from the desk, from across a table, from across the room. */
export const TEXT_SIZES = ['normal', 'large', 'wall'] as const;
type TextSize = (typeof TEXT_SIZES)[number];

const MAGNIFIED: Readonly<Record<TextSize, number>> = { normal: 1, large: 1.4, wall: 2 };

interface Laid {
  readonly paper: Paper;
  readonly orientation: (typeof ORIENTATIONS)[number];
  readonly textSize: TextSize;
}

/** Millimetres of paper to a millimetre of a layout. */
export const magnification = ({ textSize }: Pick<Laid, 'textSize'>): number => MAGNIFIED[textSize];

/** The sheet's width and height as it lies, in the millimetres of the layout: it is drawn larger by the magnification. */
export const paperSize = ({ paper, orientation, textSize }: Laid) => {
  const [short, long] = PAPERS[paper].map((side) => side / MAGNIFIED[textSize]) as [number, number];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
};
