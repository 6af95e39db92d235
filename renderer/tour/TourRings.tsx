/** Rings around what a step of the tour speaks of; they follow it, and let every click through. */
import { useEffect, useState } from 'react';
import { toScreen } from '../canvas/camera.ts';
import { usePlanner, type Planner } from '../state/plannerContext.ts';
import { DRAWING_ATTRIBUTE } from '../tools/keyboard.ts';
import type { TourTarget } from './tourSteps.ts';
import styles from './TourCard.module.css';

interface Ring {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const AROUND_PX = 4;
/** Often enough to follow a pan; far below what a person would notice as work. */
const LOOK_MS = 120;

export function TourRings({ targets }: { readonly targets: readonly TourTarget[] }) {
  const planner = usePlanner();
  const [rings, setRings] = useState<readonly Ring[]>([]);
  const key = JSON.stringify(targets);
  useEffect(() => {
    const wanted = JSON.parse(key) as readonly TourTarget[];
    const look = (): void => {
      const found = wanted.flatMap((target) => ringOf(planner, target) ?? []);
      setRings((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    };
    look();
    const timer = window.setInterval(look, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [planner, key]);
  return rings.map((ring, place) => <div key={place} aria-hidden data-tour-ring className={styles.ring} style={{ ...ring }} />);
}

function ringOf(planner: Planner, target: TourTarget): Ring | null {
  switch (target.kind) {
    case 'element': {
      const box = document.querySelector(target.selector)?.getBoundingClientRect();
      return box === undefined ? null : around(box.left, box.top, box.width, box.height);
    }
    case 'cabinet':
      return ringOfCabinet(planner, target.name);
  }
}

/** By name, or the one that is selected. */
function ringOfCabinet({ plan, session, layout }: Planner, name: string | null): Ring | null {
  const { selection, camera } = session.getState();
  const id =
    name === null
      ? selection.find(({ kind }) => kind === 'cabinet')?.id
      : [...plan.getState().plan.cabinets.values()].find((cabinet) => cabinet.name === name)?.id;
  const box = id === undefined ? undefined : layout()?.cabinets.byId.get(id)?.box;
  const drawing = document.querySelector(`[${DRAWING_ATTRIBUTE}]`)?.getBoundingClientRect();
  if (box === undefined || drawing === undefined) return null;
  const from = toScreen(camera, { xMm: box.minXMm, yMm: box.minYMm });
  const to = toScreen(camera, { xMm: box.maxXMm, yMm: box.maxYMm });
  return around(drawing.left + from.xPx, drawing.top + from.yPx, to.xPx - from.xPx, to.yPx - from.yPx);
}

function around(left: number, top: number, width: number, height: number): Ring {
  return {
    left: Math.round(left - AROUND_PX),
    top: Math.round(top - AROUND_PX),
    width: Math.round(width + 2 * AROUND_PX),
    height: Math.round(height + 2 * AROUND_PX),
  };
}
