/** Pictures that pens paint: made and loaded once what asked for them stands on the screen without them. */
import type { Picture } from '#shared/timeline/pen.ts';
import { each } from '#shared/work.ts';
import { breathe, inSlices } from '../../state/slices.ts';

interface Known {
  readonly image: HTMLImageElement;
  /** Whoever painted without it, each told once when it can be painted. */
  readonly waiting: Set<() => void>;
}

const pictures = new Map<string, Known>();
const LIMIT = 2_000;

let wanted: Picture[] = [];

/** Gives the image its content; one that cannot be made is forgotten, so that whoever paints next asks again. */
const make = (picture: Picture): void => {
  const known = pictures.get(picture.key);
  if (known === undefined) return;
  try {
    const href = picture.href();
    if (href === undefined) pictures.delete(picture.key);
    else known.image.src = href;
  } catch {
    // A symbol that cannot be drawn keeps no other from being.
    return;
  }
};

/** The first symbol of a session takes longer to make than all bars to paint: nobody waits for it. */
const makeWanted = async (): Promise<void> => {
  await breathe();
  const now = wanted;
  wanted = [];
  await inSlices(each(now, make));
};

const want = (picture: Picture): Known => {
  if (pictures.size >= LIMIT) pictures.clear();
  const known: Known = { image: new Image(), waiting: new Set() };
  pictures.set(picture.key, known);
  known.image.addEventListener('load', () => {
    for (const told of known.waiting) told();
    known.waiting.clear();
  });
  if (wanted.length === 0) void makeWanted();
  wanted.push(picture);
  return known;
};

/** The picture as an image; undefined until it is loaded, after which `onLoad` is called. */
export const loadedPicture = (picture: Picture, onLoad: () => void): HTMLImageElement | undefined => {
  const { image, waiting } = pictures.get(picture.key) ?? want(picture);
  if (image.complete && image.naturalWidth > 0) return image;
  // A view that was opened while another one waited has to be told, too.
  waiting.add(onLoad);
  return undefined;
};
