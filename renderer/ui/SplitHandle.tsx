/** The edge between two panes: drag it, or focus it and use the arrow keys. */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { textScale } from './textScale.ts';
import styles from './SplitHandle.module.css';

interface SplitHandleProps {
  readonly label: string;
  /** `horizontal`: the line lies flat and moves up and down. */
  readonly orientation: 'horizontal' | 'vertical';
  /** Size of the pane in px, at the usual text size. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** 1 when the pane grows with the pointer's coordinate, −1 when it grows against it. */
  readonly direction: 1 | -1;
  readonly onChange: (value: number) => void;
}

const STEP_PX = 16;

export function SplitHandle({ label, orientation, value, min, max, direction, onChange }: SplitHandleProps) {
  const start = useRef<{ readonly pointer: number; readonly value: number } | null>(null);
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))));
  const coordinate = (event: PointerEvent) => (orientation === 'horizontal' ? event.clientY : event.clientX);

  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = orientation === 'horizontal' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    if (event.key === less) set(value - direction * STEP_PX);
    else if (event.key === more) set(value + direction * STEP_PX);
    else if (event.key === 'Home') set(min);
    else if (event.key === 'End') set(max);
    else return;
    event.preventDefault();
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      className={styles.handle}
      data-orientation={orientation}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { pointer: coordinate(event), value };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) set(start.current.value + (direction * (coordinate(event) - start.current.pointer)) / textScale());
      }}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
    />
  );
}
