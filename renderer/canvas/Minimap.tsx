/** The whole hall, small, in a corner of the drawing, with a frame around what is in view: press to go there, drag to move the view. */
import { useEffect, useRef, type KeyboardEvent as ReactKeyboardEvent, type PointerEvent as ReactPointerEvent } from 'react';
import { useStore } from 'zustand';
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import { useResolvedTheme } from '../app/useResolvedTheme.ts';
import { minimapChoice } from '../state/minimapChoice.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { fitHall, zoomBy } from '../tools/viewActions.ts';
import { toHall, type ScreenPoint, type ViewSize } from './camera.ts';
import { fitMap, frameOnMap, isInFrame, middleOf, roomForMap, seenPart, viewAround } from './minimapPlaces.ts';
import { paintMinimap } from './paintMinimap.ts';
import { RULER_PX } from './paintRulers.ts';
import { createPen } from './pen.ts';
import { wheelFactor } from './wheel.ts';
import styles from './Minimap.module.css';

const STEP_PX = 60;
/** With Shift the view goes on by this part of itself, so that some of it is seen again. */
const LEAP_SHARE = 0.9;
/** A plan that changes without rest is painted at least this often. */
const LATEST_PAINT_MS = 500;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function Minimap() {
  const shown = useStore(minimapChoice, (state) => state.shown);
  const hall = useSession((state) => state.hall);
  const room = useSession(({ viewport }) => roomForMap(viewport));
  return !shown || hall === null || room === null ? null : <HallMap room={room} />;
}

function HallMap({ room }: { readonly room: ViewSize }) {
  const planner = usePlanner();
  const { session } = planner;
  const plan = usePlan((state) => state.plan);
  const hall = useSession((state) => state.hall);
  const scheme = useResolvedTheme();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  /** From the pointer to the middle of the view while the frame is dragged; null: it is not. */
  const grip = useRef<Point | null>(null);

  // While the view moves only the frame does: the picture of the hall waits for the next plan.
  useEffect(() => {
    const paint = (): void => {
      const layout = planner.layout();
      const element = canvas.current;
      const context = element?.getContext('2d');
      if (layout === null || element === null || context === null || context === undefined) return;
      const { camera, size } = fitMap(layout.extent, room);
      const ratio = window.devicePixelRatio;
      [element.width, element.height] = [Math.round(size.widthPx * ratio), Math.round(size.heightPx * ratio)];
      [element.style.width, element.style.height] = [`${size.widthPx}px`, `${size.heightPx}px`];
      context.scale(ratio, ratio);
      paintMinimap(createPen(context, camera, size, scheme), layout);
      placeFrame();
    };
    const placeFrame = (): void => {
      const layout = planner.layout();
      if (layout === null || frame.current === null) return;
      const { camera, viewport } = session.getState();
      const { leftPx, topPx, widthPx, heightPx } = frameOnMap(fitMap(layout.extent, room), seenPart(camera, viewport, RULER_PX));
      const { style } = frame.current;
      style.transform = `translate(${leftPx}px, ${topPx}px)`;
      [style.width, style.height] = [`${widthPx}px`, `${heightPx}px`];
    };
    const waiting = requestIdleCallback(paint, { timeout: LATEST_PAINT_MS });
    const stop = session.subscribe((now, before) => {
      if (now.camera !== before.camera || now.viewport !== before.viewport) placeFrame();
    });
    return () => {
      cancelIdleCallback(waiting);
      stop();
    };
  }, [planner, session, plan, hall, room, scheme]);

  // React listens to wheels passively, which cannot keep the page from zooming.
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      zoomBy(planner, wheelFactor(event));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [planner]);

  function seen(): Box {
    const { camera, viewport } = session.getState();
    return seenPart(camera, viewport, RULER_PX);
  }

  function lookAt(wanted: Point): void {
    const layout = planner.layout();
    if (layout !== null) session.setState(({ camera }) => ({ camera: viewAround(camera, seen(), wanted, layout.extent) }));
  }

  function placeOf(event: ReactPointerEvent<HTMLDivElement>): ScreenPoint {
    const bounds = event.currentTarget.getBoundingClientRect();
    return {
      xPx: event.clientX - bounds.left - event.currentTarget.clientLeft,
      yPx: event.clientY - bounds.top - event.currentTarget.clientTop,
    };
  }

  function pointerDown(event: ReactPointerEvent<HTMLDivElement>): void {
    const layout = planner.layout();
    if (event.button !== 0 || layout === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const map = fitMap(layout.extent, room);
    const px = placeOf(event);
    const at = toHall(map.camera, px);
    if (!isInFrame(frameOnMap(map, seen()), px)) lookAt(at);
    const middle = middleOf(seen());
    grip.current = { xMm: middle.xMm - at.xMm, yMm: middle.yMm - at.yMm };
  }

  function pointerMove(event: ReactPointerEvent<HTMLDivElement>): void {
    const layout = planner.layout();
    if (grip.current === null || layout === null) return;
    const at = toHall(fitMap(layout.extent, room).camera, placeOf(event));
    lookAt({ xMm: at.xMm + grip.current.xMm, yMm: at.yMm + grip.current.yMm });
  }

  function letGo(): void {
    grip.current = null;
  }

  /** Arrows and Home are the map's own; all other keys are those of the planner. */
  function key(event: ReactKeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow === undefined && event.key !== 'Home') return;
    event.preventDefault();
    event.stopPropagation();
    if (arrow === undefined) {
      fitHall(planner);
      return;
    }
    const part = seen();
    const middle = middleOf(part);
    const stepMm = STEP_PX / session.getState().camera.pxPerMm;
    const [dxMm, dyMm] = event.shiftKey
      ? [(part.maxXMm - part.minXMm) * LEAP_SHARE, (part.maxYMm - part.minYMm) * LEAP_SHARE]
      : [stepMm, stepMm];
    lookAt({ xMm: middle.xMm + arrow[0] * dxMm, yMm: middle.yMm + arrow[1] * dyMm });
  }

  return (
    <div
      ref={box}
      className={styles.map}
      role="application"
      aria-label="Minimap"
      aria-describedby="minimap-keys"
      tabIndex={0}
      onPointerDown={pointerDown}
      onPointerMove={pointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={key}
    >
      <canvas ref={canvas} className={styles.picture} />
      <div ref={frame} className={styles.view} data-view />
      <span id="minimap-keys" className={styles.unseen}>
        Arrow keys move the view, with Shift by a whole one; Home shows the whole hall.
      </span>
    </div>
  );
}
