/** The program's end of the line to the spec that started it. */
import { createLine, type Answers, type Line } from './line.ts';

const answers: Record<string, (...args: never[]) => unknown> = {};

export const spec: Line = createLine(
  {
    send: (message) => process.send?.(message),
    listen: (hear) => void process.on('message', hear),
  },
  answers,
);

/** Each part of the stand-in answers for itself. */
export function answer(more: Answers): void {
  Object.assign(answers, more);
}
