/** What the surface shows now, for whoever makes a picture of it; nothing while no surface is in the page. */
import type { Scene } from '#shared/timeline/scene.ts';
import type { SurfaceInput } from './surface.ts';

interface Source {
  readonly scene: Scene;
  readonly input: SurfaceInput;
}

let source: (() => Source | undefined) | undefined;

/** @returns what ends the offer. */
export const offerPicture = (current: () => Source | undefined): (() => void) => {
  source = current;
  return () => {
    if (source === current) source = undefined;
  };
};

export const currentSource = (): Source | undefined => source?.();
