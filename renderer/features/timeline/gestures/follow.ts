/** Follows the pointer from a press until it is let go; Escape and a lost pointer end it without result. */

export interface Following {
  /** Called with each move, once the pointer has gone further than a click does. */
  readonly onMove: (event: PointerEvent) => void;
  /** Let go after a move. */
  readonly onDone: (event: PointerEvent) => void;
  /** Let go without having moved. */
  readonly onClick?: () => void;
  /** Always called at last, whatever the end was. */
  readonly onEnd: () => void;
}

/** Fewer pixels are a click, not a drag. */
const CLICK = 4;

export const follow = (press: PointerEvent, { onMove, onDone, onClick, onEnd }: Following): void => {
  let moved = false;
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
    if (!moved && far < CLICK) return;
    moved = true;
    onMove(event);
  };
  const stop = (): void => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', stop);
    window.removeEventListener('keydown', key, true);
    onEnd();
  };
  const up = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    stop();
    if (moved) onDone(event);
    else onClick?.();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', stop);
  window.addEventListener('keydown', key, true);
};
