import type { EpochMs } from '#shared/time/instant.ts';
import { useViewport } from '../viewport.ts';
import type { Press } from './press.ts';

/** Where the pointer is: in time across, in pixels of the board down. */
export const boardY = (
  { left, top }: Pick<Press, 'left' | 'top'>,
  { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>,
): { readonly at: EpochMs; readonly y: number } => {
  const { origin, msPerPixel, scrollTop } = useViewport.getState();
  return { at: origin + (clientX - left) * msPerPixel, y: clientY - top + scrollTop };
};
