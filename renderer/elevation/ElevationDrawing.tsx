/** Cabinets side by side, to scale. Pointers go to the hand of the elevation by place; keys and names are for its devices. */
import { useEffect, useRef, type DragEvent, type MouseEvent as ReactMouseEvent } from 'react';
import { useElevation, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { CabinetFigure } from './CabinetFigure.tsx';
import { ConnectionLine } from './ConnectionLine.tsx';
import type { ScreenPoint } from '../canvas/camera.ts';
import type { ElevationPointer } from './elevationHost.ts';
import { useEdgeScroll } from './useEdgeScroll.ts';
import { useScrolling } from './useScrolling.ts';
import styles from './ElevationDrawing.module.css';

/** Cabinets this far outside the view are drawn too, so that scrolling shows no gaps. */
const BESIDE_PX = 300;

export function ElevationDrawing() {
  const planner = usePlanner();
  const { elevation } = planner;
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const scrollPx = useElevation((state) => state.scrollLeftPx);
  const { widthPx } = useElevation((state) => state.viewport);
  // What the layout is made of: a change of any draws anew.
  usePlan((state) => state.plan);
  useSession((state) => state.preview);
  useElevation((state) => state.cabinets);
  useElevation((state) => state.faces);
  useElevation((state) => state.pxPerMm);
  useElevation((state) => state.ports);
  const layout = elevation.layout();
  useScrolling(frame);
  const alongEdge = useEdgeScroll(frame);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element;
      if (clientWidth > 0 && clientHeight > 0) elevation.store.setState({ viewport: { widthPx: clientWidth, heightPx: clientHeight } });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [elevation]);

  function placeOf(clientX: number, clientY: number): ScreenPoint {
    const bounds = drawing.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { xPx: clientX - bounds.left, yPx: clientY - bounds.top };
  }

  function pointerOf(event: ReactMouseEvent): ElevationPointer {
    return {
      ...placeOf(event.clientX, event.clientY),
      shift: event.shiftKey,
      alt: event.altKey,
      ctrl: event.ctrlKey || event.metaKey,
    };
  }

  function showCursor(): void {
    if (drawing.current !== null) drawing.current.style.cursor = elevation.cursor();
  }

  function dragOver(event: DragEvent): void {
    if (elevation.state() !== 'carrying') return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    alongEdge.step(event);
    elevation.pointerMove(pointerOf(event));
  }

  function drop(event: DragEvent): void {
    if (elevation.state() !== 'carrying') return;
    event.preventDefault();
    elevation.pointerDown(pointerOf(event));
    elevation.pointerUp(pointerOf(event));
  }

  return (
    <div
      ref={frame}
      className={styles.frame}
      role="application"
      aria-label="Elevation"
      aria-describedby="elevation-keys"
      tabIndex={0}
      data-drawing
      onScroll={(event) => elevation.store.setState({ scrollLeftPx: event.currentTarget.scrollLeft })}
      onDragOver={dragOver}
      onDrop={drop}
      onDragLeave={() =>
        elevation.state() === 'carrying' && elevation.pointerMove({ xPx: -1, yPx: -1, shift: false, alt: false, ctrl: false })
      }
    >
      <p id="elevation-keys" className={styles.unseen}>
        Tab goes through the devices. Up and down move the device, left and right go through its ports, Enter takes the port.
      </p>
      <svg
        ref={drawing}
        className={styles.drawing}
        width={Math.max(layout.width, 1)}
        height={layout.height}
        onMouseDown={(event) => {
          // The focus stays with the drawing; a click is not a walk through the names.
          event.preventDefault();
          frame.current?.focus({ preventScroll: true });
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          elevation.pointerDown(pointerOf(event));
          showCursor();
        }}
        onPointerMove={(event) => {
          elevation.pointerMove(pointerOf(event));
          showCursor();
          if (event.buttons === 1 && elevation.isUnderWay()) {
            const { clientX, clientY, shiftKey, altKey } = event;
            alongEdge.hold({ clientX, clientY }, () =>
              elevation.pointerMove({ ...placeOf(clientX, clientY), shift: shiftKey, alt: altKey, ctrl: false }),
            );
          } else alongEdge.release();
        }}
        onPointerUp={(event) => {
          alongEdge.release();
          if (event.button !== 0) return;
          elevation.pointerUp(pointerOf(event));
          showCursor();
        }}
        onDoubleClick={(event) => elevation.doubleClick(pointerOf(event))}
        onPointerCancel={() => {
          alongEdge.release();
          // A drag out of the catalog takes the pointer away as it begins.
          if (elevation.state() !== 'carrying') elevation.cancel();
        }}
        onPointerLeave={() => {
          if (elevation.state() === 'idle') elevation.store.setState({ pointed: null });
        }}
      >
        {layout.cabinets
          .filter(({ x, width }) => x < scrollPx + widthPx + BESIDE_PX && x + width > scrollPx - BESIDE_PX)
          .map((one) => (
            <CabinetFigure key={one.cabinet.id} layout={layout} frame={one} />
          ))}
        <ConnectionLine />
      </svg>
    </div>
  );
}
