/** Frames and tasks of a page's main thread within a stretch of time, from a trace of Chromium. All times in ms. */
import type { TraceEvent } from './traceTasks.ts';

/** One stretch of a person's work, between two marks named `begin NAME` and `end NAME`. */
export interface Stretch {
  readonly name: string;
  /** Intervals between frames that the page drew while input came, ascending. */
  readonly frameMs: readonly number[];
  readonly longestTaskMs: number;
  /** Time that the thread worked from the first input to the first frame after it. */
  readonly firstFrameWorkMs: number;
  /** The same from the first input to the first frame after the last one, or to the end where none came. */
  readonly workMs: number;
}

/** Events that a hand causes. */
const INPUT = /^(?:mousemove|mousedown|mouseup|click|pointermove|pointerdown|pointerup|wheel|keydown)$/;

export function stretchesOf(events: readonly TraceEvent[]): readonly Stretch[] {
  const marks = events.filter(({ name, ph }) => /^(?:begin|end) /.test(name) && (ph === 'I' || ph === 'R' || ph === 'b' || ph === 'n'));
  const begins = marks.filter(({ name }) => name.startsWith('begin '));
  return begins.flatMap((begin) => {
    const name = begin.name.slice('begin '.length);
    const end = marks.find((mark) => mark.name === `end ${name}` && mark.ts > begin.ts);
    return end === undefined ? [] : [stretchBetween(events, name, begin, end.ts)];
  });
}

function stretchBetween(events: readonly TraceEvent[], name: string, begin: TraceEvent, endTs: number): Stretch {
  const own = events
    .filter(({ ph, pid, tid, ts }) => ph === 'X' && pid === begin.pid && tid === begin.tid && ts >= begin.ts && ts < endTs)
    .toSorted((one, other) => one.ts - other.ts);
  const inputs = own.filter((event) => event.name === 'EventDispatch' && INPUT.test(event.args?.data?.type ?? ''));
  const [first, last] = [inputs[0]?.ts ?? begin.ts, inputs.at(-1)?.ts ?? begin.ts];
  const drawn = framesDrawn(own);
  const during = drawn.filter((ts) => ts >= first && ts <= last);
  const tasks = own.filter((event) => event.name === 'RunTask' || event.name === 'ThreadControllerImpl::RunTask');
  const workUntil = (input: number): number => {
    const until = drawn.find((ts) => ts > input) ?? endTs;
    return tasks.filter(({ ts }) => ts >= first - TASK_BEFORE_EVENT_US && ts <= until).reduce((sum, task) => sum + workOf(task), 0);
  };
  return {
    name,
    frameMs: during
      .slice(1)
      .map((ts, place) => (ts - (during[place] ?? ts)) / 1000)
      .toSorted((one, other) => one - other),
    longestTaskMs: Math.max(0, ...tasks.map(workOf)),
    firstFrameWorkMs: workUntil(first),
    workMs: workUntil(last),
  };
}

/** When something new was handed over, in µs. After a frame the browser often asks once more, and hands over no layer. */
function framesDrawn(own: readonly TraceEvent[]): readonly number[] {
  const layers = own.filter(({ name }) => name === 'UpdateLayer');
  return own
    .filter(({ name, ts, dur = 0 }) => name === 'Commit' && layers.some((layer) => layer.ts >= ts && layer.ts <= ts + dur))
    .map(({ ts }) => ts);
}

/** An event is dispatched within its task, which begins before it. */
const TASK_BEFORE_EVENT_US = 500;

function workOf({ dur = 0, tdur }: TraceEvent): number {
  return (tdur ?? dur) / 1000;
}

/** The value under which a share of ascending values lie; NaN for none. */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.ceil(share * ascending.length) - 1)] ?? Number.NaN;
}
