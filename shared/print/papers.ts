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

/** The sheet's width and height in millimetres as it lies. */
export const paperSize = ({
  paper,
  orientation,
}: {
  readonly paper: Paper;
  readonly orientation: (typeof ORIENTATIONS)[number];
}) => {
  const [short, long] = PAPERS[paper];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
};
