/** Notes what is painted on canvases: of that, the document shows nothing. */

interface CanvasWatch {
  /** Rounded rectangles, as bars are, on a layer since watching began. */
  readonly cards: (layer: string) => number;
  /** How often a layer was painted. */
  readonly paints: (layer: string) => number;
  /** Whether a box was filled on a layer with a colour. */
  readonly boxed: (layer: string, colour: string) => boolean;
  readonly pictures: (layer: string) => number;
  /** Watches no more: what is timed afterwards is the plain canvas again. */
  readonly end: () => void;
}

export const watchCanvases = (): CanvasWatch => {
  const counts = new Map<string, number>();
  const count = (context: CanvasRenderingContext2D, what: string): void => {
    const key = `${context.canvas.dataset['layer'] ?? ''} ${what}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  const own = CanvasRenderingContext2D.prototype;
  const { roundRect, clearRect, drawImage, fillRect } = own;
  own.fillRect = function (this: CanvasRenderingContext2D, ...box) {
    if (typeof this.fillStyle === 'string') count(this, this.fillStyle);
    fillRect.apply(this, box);
  };
  own.roundRect = function (this: CanvasRenderingContext2D, ...box) {
    count(this, 'card');
    roundRect.apply(this, box);
  };
  own.clearRect = function (this: CanvasRenderingContext2D, ...box) {
    count(this, 'paint');
    clearRect.apply(this, box);
  };
  own.drawImage = function (this: CanvasRenderingContext2D, ...image: Parameters<typeof drawImage>) {
    count(this, 'picture');
    drawImage.apply(this, image);
  } as typeof drawImage;
  return {
    cards: (layer) => counts.get(`${layer} card`) ?? 0,
    paints: (layer) => counts.get(`${layer} paint`) ?? 0,
    boxed: (layer, colour) => counts.has(`${layer} ${colour}`),
    pictures: (layer) => counts.get(`${layer} picture`) ?? 0,
    end: () => Object.assign(own, { roundRect, clearRect, drawImage, fillRect }),
  };
};
