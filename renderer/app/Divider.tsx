import { useRef } from 'react';

interface DividerProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

const STEP = 16;

/** The edge of the panel to its right: dragged, or moved by the arrow keys. */
export const Divider = ({ label, value, min, max, onChange }: DividerProps) => {
  const drag = useRef<{ readonly x: number; readonly value: number } | null>(null);
  const set = (next: number): void => onChange(Math.round(Math.max(min, Math.min(max, next))));
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className="divider"
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(value + STEP);
        if (event.key === 'ArrowRight') set(value - STEP);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, value };
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) set(drag.current.value + drag.current.x - event.clientX);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
};
