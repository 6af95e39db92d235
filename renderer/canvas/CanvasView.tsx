/** The drawing: the hall to scale, with rulers. Fills its parent, which gives it a size. */
import { useEffect, useRef, type DragEvent, type MouseEvent as ReactMouseEvent, type PointerEvent as ReactPointerEvent } from 'react';
import Konva from 'konva';
import { Layer, Shape, Stage } from 'react-konva';
import { useResolvedTheme } from '../app/useResolvedTheme.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import type { Camera } from '../state/sessionStore.ts';
import type { SchemeName } from '../theme/tokens.ts';
import { openMenuAtPointer, openMenuAtSelection } from '../tools/contextMenu.ts';
import type { PointerInput } from '../tools/tool.ts';
import { fitHall, showsWholeHall } from '../tools/viewActions.ts';
import { carriedBy, panBy, toHall, zoomAt } from './camera.ts';
import { hasView, keepView } from './keptView.ts';
import styles from './CanvasView.module.css';
import { addDrawing, isDrawingFile } from '../underlay/addDrawing.ts';
import { watchDrawings } from '../underlay/watchDrawings.ts';
import { cablesOpacity, createDrawing, type LayerPainter } from './drawing.ts';
import { edgeStep } from './edgeScroll.ts';
import { forgetTextWidths } from './labels.ts';
import { LAYERS, watchForRedraw, type RedrawLayer } from './redraw.ts';
import { wheelFactor, wheelMeaning } from './wheel.ts';

// It warns of more than five layers; these are six on purpose, so that little is painted again.
Konva.showWarnings = false;

export function CanvasView() {
  const planner = usePlanner();
  const { session, tools } = planner;
  const frame = useRef<HTMLDivElement>(null);
  const shapes = useRef<Partial<Record<RedrawLayer, Konva.Shape>>>({});
  /** The view that each layer was painted for last. */
  const paintedFor = useRef<Partial<Record<RedrawLayer, Camera>>>({});
  const scheme = useResolvedTheme();
  const schemeNow = useRef<SchemeName>(scheme);
  const drawing = useRef<ReturnType<typeof createDrawing>>(null);
  drawing.current ??= createDrawing(
    planner,
    () => schemeNow.current,
    () => redraw('ground'),
  );
  const { widthPx, heightPx } = useSession((state) => state.viewport);
  const cabinetCount = usePlan(({ plan }) => plan.cabinets.size);

  /** The last move of a drag, from which the view scrolls on; null: nothing is dragged. */
  const held = useRef<PointerInput | null>(null);
  const scrolling = useRef(0);

  function redraw(layer: RedrawLayer): void {
    shapes.current[layer]?.getLayer()?.batchDraw();
  }

  useEffect(
    () =>
      watchForRedraw(planner, {
        redraw,
        carry(layer) {
          const from = paintedFor.current[layer];
          const canvas = shapes.current[layer]?.getLayer()?.getNativeCanvasElement();
          if (from !== undefined && canvas !== undefined) canvas.style.transform = carriedBy(from, session.getState().camera);
        },
      }),
    [planner, session],
  );
  useEffect(() => watchDrawings(planner, () => redraw('ground')), [planner]);

  // Cables step back as one picture: painting them again would take a frame on a large hall.
  useEffect(() => {
    const stepBack = (): void => {
      const canvas = shapes.current.cables?.getLayer()?.getNativeCanvasElement();
      if (canvas !== undefined) canvas.style.opacity = String(cablesOpacity(session.getState()));
    };
    stepBack();
    return session.subscribe(stepBack);
  }, [session]);

  useEffect(() => {
    schemeNow.current = scheme;
    for (const layer of LAYERS) redraw(layer);
  }, [scheme]);

  // The drawing is measured in fonts that may come after it.
  useEffect(() => {
    void document.fonts.ready.then(() => {
      forgetTextWidths();
      for (const layer of LAYERS) redraw(layer);
    });
  }, []);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth, clientHeight } = element;
      if (clientWidth === 0 || clientHeight === 0) return;
      // A view of the whole hall stays one while panes open and close.
      const wasWhole = showsWholeHall(planner);
      session.setState({ viewport: { widthPx: clientWidth, heightPx: clientHeight } });
      if (!hasView(planner) || wasWhole) fitHall(planner);
      keepView(planner);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [planner, session]);

  // React listens to wheels passively, which cannot keep the page from zooming.
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { camera, wheel: choice } = session.getState();
      const bounds = element.getBoundingClientRect();
      const at = { xPx: event.clientX - bounds.left, yPx: event.clientY - bounds.top };
      session.setState({
        camera:
          wheelMeaning(event, choice) === 'pan' ? panBy(camera, -event.deltaX, -event.deltaY) : zoomAt(camera, at, wheelFactor(event)),
      });
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [session]);

  function inputOf(event: ReactMouseEvent<HTMLDivElement>): PointerInput {
    const bounds = event.currentTarget.getBoundingClientRect();
    const px = { xPx: event.clientX - bounds.left, yPx: event.clientY - bounds.top };
    return {
      at: toHall(session.getState().camera, px),
      px,
      shift: event.shiftKey,
      alt: event.altKey,
      ctrl: event.ctrlKey || event.metaKey,
    };
  }

  function showCursor(): void {
    if (frame.current !== null) frame.current.style.cursor = tools.cursor();
  }

  function pointerDown(event: ReactPointerEvent<HTMLDivElement>): void {
    if (event.button === 2) return;
    event.currentTarget.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    if (event.button === 1) {
      event.preventDefault();
      tools.beginPan();
    }
    tools.pointerDown(inputOf(event));
    showCursor();
  }

  /** A cabinet in hand is not shown while the pointer is elsewhere. */
  function leave(): void {
    if (session.getState().tool === 'place' || tools.state() === 'door.aiming') tools.cancel();
    session.setState({ pointer: null, hover: null });
  }

  /** While something is dragged to an edge, the view goes along, a step a frame. */
  function scrollAtEdge(): void {
    if (scrolling.current !== 0) return;
    const next = (): void => {
      scrolling.current = 0;
      const input = held.current;
      const { camera, viewport } = session.getState();
      const step = input === null ? null : edgeStep(input.px, viewport);
      if (input === null || step === null || (step.xPx === 0 && step.yPx === 0) || tools.isResting()) return;
      session.setState({ camera: panBy(camera, step.xPx, step.yPx) });
      tools.pointerMove({ ...input, at: toHall(session.getState().camera, input.px) });
      scrolling.current = requestAnimationFrame(next);
    };
    scrolling.current = requestAnimationFrame(next);
  }

  function pointerUp(event: ReactPointerEvent<HTMLDivElement>): void {
    if (event.button === 2) return;
    held.current = null;
    tools.pointerUp(inputOf(event));
    if (event.button === 1) tools.endPan();
    showCursor();
  }

  /** The right button, or the system's menu key, which has no place. */
  function menu(event: ReactMouseEvent<HTMLDivElement>): void {
    event.preventDefault();
    if (session.getState().hall === null) return;
    const bounds = event.currentTarget.getBoundingClientRect();
    const px = { xPx: event.clientX - bounds.left, yPx: event.clientY - bounds.top };
    if (event.button === 2) openMenuAtPointer(planner, toHall(session.getState().camera, px), px);
    else openMenuAtSelection(planner);
  }

  /** A cabinet model dragged here from the catalog follows the pointer as if it were in hand. */
  function dragOver(event: DragEvent<HTMLDivElement>): void {
    event.preventDefault();
    if (session.getState().tool === 'place') tools.pointerMove(inputOf(event));
  }

  function drop(event: DragEvent<HTMLDivElement>): void {
    event.preventDefault();
    const item = [...event.dataTransfer.items].find(({ kind }) => kind === 'file');
    if (item === undefined && session.getState().tool === 'place') {
      tools.pointerDown(inputOf(event));
      tools.pointerUp(inputOf(event));
      event.currentTarget.focus({ preventScroll: true });
      return;
    }
    if (item === undefined) return;
    const file = item.getAsFile();
    if (file !== null && isDrawingFile(file.name)) {
      void addDrawing(planner, file);
      return;
    }
    void planner.host.openDropped(item).then((opened) => {
      if (!opened.ok) session.setState({ notice: { text: `${opened.error.message}; ${opened.error.remedy}`, tone: 'error' } });
      else if (opened.value !== null) void planner.files.openFile(opened.value);
    });
  }

  return (
    <div
      ref={frame}
      className={styles.frame}
      data-drawing
      role="application"
      aria-label="Plan of the hall"
      aria-describedby="drawing-content"
      tabIndex={0}
      onPointerDown={pointerDown}
      onPointerMove={(event) => {
        const input = inputOf(event);
        tools.pointerMove(input);
        showCursor();
        held.current = event.buttons === 1 ? input : null;
        if (held.current !== null) scrollAtEdge();
      }}
      onPointerUp={pointerUp}
      onPointerCancel={() => {
        held.current = null;
        tools.endPan();
        tools.cancel();
      }}
      onPointerLeave={leave}
      onDoubleClick={(event) => tools.doubleClick(inputOf(event))}
      onDragOver={dragOver}
      onDragLeave={leave}
      onDrop={drop}
      onContextMenu={menu}
    >
      <span id="drawing-content" className={styles.unseen}>
        {cabinetCount} cabinets. Arrow keys move the selection or the view, Shift+1 shows the whole hall.
      </span>
      <Stage className={styles.stage} width={widthPx} height={heightPx} listening={false}>
        {LAYERS.map((layer) => (
          <Layer key={layer} listening={false}>
            <Shape
              ref={(shape) => {
                if (shape !== null) shapes.current[layer] = shape;
              }}
              listening={false}
              perfectDrawEnabled={false}
              sceneFunc={(context) => {
                const paint: LayerPainter | undefined = drawing.current?.[layer];
                paint?.(context._context);
                paintedFor.current[layer] = session.getState().camera;
                context.canvas._canvas.style.transform = '';
              }}
            />
          </Layer>
        ))}
      </Stage>
    </div>
  );
}
