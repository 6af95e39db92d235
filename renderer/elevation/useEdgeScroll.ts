/** The elevation goes along when something is held at its edge, so that a device is carried further than can be seen. */
import { useMemo, type RefObject } from 'react';
import { edgeStep } from '../canvas/edgeScroll.ts';

interface ClientPoint {
  readonly clientX: number;
  readonly clientY: number;
}

export interface EdgeScroll {
  /** Scrolls as long as the pointer is held there, a step a frame; after each, `moved` hears of it. */
  hold(at: ClientPoint, moved: () => void): void;
  release(): void;
  /** One step. */
  step(at: ClientPoint): void;
}

const NOTHING_OVER_IT = { left: 0, top: 0 };

export function useEdgeScroll(frame: RefObject<HTMLElement | null>): EdgeScroll {
  return useMemo(() => {
    let held: { readonly at: ClientPoint; readonly moved: () => void } | null = null;
    let asked = 0;

    /** False at the end of the drawing, or away from the edge. */
    function step({ clientX, clientY }: ClientPoint): boolean {
      const element = frame.current;
      if (element === null) return false;
      const { left, top } = element.getBoundingClientRect();
      const size = { widthPx: element.clientWidth, heightPx: element.clientHeight };
      const { xPx, yPx } = edgeStep({ xPx: clientX - left, yPx: clientY - top }, size, NOTHING_OVER_IT);
      const before = [element.scrollLeft, element.scrollTop];
      // A positive step moves the drawing to the right, which shows what is on the left.
      element.scrollBy(-xPx, -yPx);
      return element.scrollLeft !== before[0] || element.scrollTop !== before[1];
    }

    function next(): void {
      asked = 0;
      if (held === null || !step(held.at)) return;
      held.moved();
      asked = requestAnimationFrame(next);
    }

    return {
      hold(at, moved) {
        held = { at, moved };
        if (asked === 0) asked = requestAnimationFrame(next);
      },
      release() {
        held = null;
      },
      step: (at) => void step(at),
    };
  }, [frame]);
}
