/** Pictures that pens paint: made and loaded once what asked for them stands on the screen without them. */
import type { Picture } from '#shared/timeline/pen.ts';
import { each } from '#shared/work.ts';
import { breathe, inSlices } from '../../state/slices.ts';

const pictures = new Map<string, HTMLImageElement>();
const LIMIT = 2_000;

interface Wanted {
  readonly picture: Picture;
  readonly image: HTMLImageElement;
}

let wanted: Wanted[] = [];

/** The first symbol of a session takes longer to make than all bars to paint: nobody waits for it. */
const makeWanted = async (): Promise<void> => {
  await breathe();
  const now = wanted;
  wanted = [];
  await inSlices(
    each(now, ({ picture, image }) => {
      const href = picture.href();
      if (href !== undefined) image.src = href;
    }),
  );
};

/** The picture as an image; undefined until it is loaded, after which `onLoad` is called. */
export const loadedPicture = (picture: Picture, onLoad: () => void): HTMLImageElement | undefined => {
  const known = pictures.get(picture.key);
  if (known !== undefined) return known.complete && known.naturalWidth > 0 ? known : undefined;
  if (pictures.size >= LIMIT) pictures.clear();
  const image = new Image();
  pictures.set(picture.key, image);
  image.addEventListener('load', onLoad, { once: true });
  if (wanted.length === 0) void makeWanted();
  wanted.push({ picture, image });
  return undefined;
};
