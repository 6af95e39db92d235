/** Cabinets side by side, to scale. Pointers go to the hand of the elevation by place; keys and names are for its devices. */
import { useEffect, useLayoutEffect, useRef, useState, type DragEvent, type MouseEvent as ReactMouseEvent } from 'react';
import { useElevation, usePlan, usePlanner, useSession, type Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { CabinetFigure } from './CabinetFigure.tsx';
import { ConnectionLine } from './ConnectionLine.tsx';
import type { ElevationPointer } from './elevationHost.ts';
import { deviceBox } from './elevationLayout.ts';
import { zoomElevation } from './elevationActions.ts';
import styles from './ElevationDrawing.module.css';

/** Cabinets this far outside the view are drawn too, so that scrolling shows no gaps. */
const BESIDE_PX = 300;

/** The middle of the first selected device on the side where it is mounted; null: none is selected, or it is not shown. */
function selectedMiddle({ elevation, session }: Planner): { readonly x: number; readonly y: number } | null {
  const layout = elevation.layout();
  const [id] = selectedIds(session.getState().selection, 'device');
  for (const one of layout.cabinets) {
    const placed = one.devices.find(({ device }) => device.id === id);
    if (placed === undefined) continue;
    const face = one.faces.find(({ side }) => side === placed.device.face) ?? one.faces[0];
    if (face === undefined) return null;
    const box = deviceBox(layout, one, face, placed);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return null;
}

export function ElevationDrawing() {
  const planner = usePlanner();
  const { elevation } = planner;
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const [scrollPx, setScrollPx] = useState(0);
  const { widthPx } = useElevation((state) => state.viewport);
  // What the layout is made of: a change of any draws anew.
  usePlan((state) => state.plan);
  useSession((state) => state.preview);
  useElevation((state) => state.cabinets);
  useElevation((state) => state.faces);
  useElevation((state) => state.pxPerMm);
  useElevation((state) => state.ports);
  const layout = elevation.layout();

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

  // React listens to wheels passively, which cannot keep the page from zooming.
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomElevation(planner, event.deltaY < 0 ? 'in' : 'out');
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [planner]);

  // A change of scale keeps what is selected in view, else the middle of what was seen.
  const { pxPerMm } = layout;
  const before = useRef(pxPerMm);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null || before.current === pxPerMm) return;
    const grown = pxPerMm / before.current;
    before.current = pxPerMm;
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = element;
    const kept = selectedMiddle(planner) ?? { x: (scrollLeft + clientWidth / 2) * grown, y: (scrollTop + clientHeight / 2) * grown };
    element.scrollTo({ left: kept.x - clientWidth / 2, top: kept.y - clientHeight / 2 });
  }, [planner, pxPerMm]);

  function pointerOf(event: ReactMouseEvent): ElevationPointer {
    const bounds = drawing.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return {
      xPx: event.clientX - bounds.left,
      yPx: event.clientY - bounds.top,
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
    elevation.pointerMove(pointerOf(event));
  }

  function drop(event: DragEvent): void {
    if (elevation.state() !== 'carrying') return;
    event.preventDefault();
    elevation.pointerMove(pointerOf(event));
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
      onScroll={(event) => setScrollPx(event.currentTarget.scrollLeft)}
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
        }}
        onPointerUp={(event) => {
          if (event.button !== 0) return;
          elevation.pointerUp(pointerOf(event));
          showCursor();
        }}
        onPointerCancel={() => {
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
