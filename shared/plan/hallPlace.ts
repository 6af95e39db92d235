/** Where a new hall stands in the campus: beside those that are there. */
import { CAMPUS_FRAME, toCampus, type Frame } from '../geometry/frames.ts';
import type { Plan } from './types.ts';

/** What is left between halls until somebody says where they stand. */
const BETWEEN_HALLS_MM = 2000;

/** East of all halls, in line with the northernmost; the origin when there are none. */
export function frameBeside(plan: Plan): Frame {
  const corners = [...plan.halls.values()].flatMap(({ frame, outline }) => outline.map(([xMm, yMm]) => toCampus(frame, { xMm, yMm })));
  if (corners.length === 0) return CAMPUS_FRAME;
  return {
    ...CAMPUS_FRAME,
    xMm: Math.max(...corners.map(({ xMm }) => xMm)) + BETWEEN_HALLS_MM,
    yMm: Math.min(...corners.map(({ yMm }) => yMm)),
  };
}
