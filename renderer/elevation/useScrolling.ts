/** Keeps the elevation where it is looked at: over a change of scale, and for what is to be brought into view. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { wheelFactor, wheelMeaning } from '../canvas/wheel.ts';
import { useElevation, usePlanner } from '../state/plannerContext.ts';
import { zoomElevationBy } from './elevationActions.ts';
import { sameSpot, scrollFor, type Spot } from './elevationView.ts';

/** Zooms the wheel, and scrolls the frame as the elevation asks. */
export function useScrolling(frame: RefObject<HTMLElement | null>): void {
  const planner = usePlanner();
  const { elevation, session } = planner;
  const reveal = useElevation((state) => state.reveal);
  /** Where in the frame the wheel zooms; null: in its middle. */
  const wheelAt = useRef<Spot | null>(null);

  // React listens to wheels passively, which cannot keep the page from zooming.
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const wheel = (event: WheelEvent): void => {
      // The browser itself scrolls.
      if (wheelMeaning(event, session.getState().wheel) === 'pan') return;
      event.preventDefault();
      const bounds = element.getBoundingClientRect();
      wheelAt.current = { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
      zoomElevationBy(planner, wheelFactor(event));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [frame, planner, session]);

  const layout = elevation.layout();
  const shown = useRef({ layout, reveal: null as typeof reveal });
  useLayoutEffect(() => {
    const element = frame.current;
    const before = shown.current;
    shown.current = { layout, reveal };
    if (element === null) return;
    const { clientWidth: width, clientHeight: height, scrollLeft: left, scrollTop: top } = element;
    const asked = reveal === before.reveal || reveal === null ? null : scrollFor(layout, { left, top, width, height }, reveal);
    if (asked !== null) element.scrollTo(asked);
    else if (layout.pxPerMm !== before.layout.pxPerMm) {
      const at = wheelAt.current ?? { x: width / 2, y: height / 2 };
      const spot = sameSpot(before.layout, layout, { x: left + at.x, y: top + at.y });
      element.scrollTo({ left: spot.x - at.x, top: spot.y - at.y });
    }
    wheelAt.current = null;
  }, [frame, layout, reveal]);
}
