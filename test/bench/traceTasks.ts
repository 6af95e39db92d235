/** The longest tasks of a page's main thread, by phase, from a trace of Chromium. */

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time that the thread itself worked, in µs; absent where the system does not tell. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly functionName?: string; readonly type?: string } };
}

export interface PhaseTask {
  readonly phase: string;
  readonly ms: number;
  /** What took most of it, the greatest first. */
  readonly doing: readonly string[];
}

const PHASE = /^phase (.+)$/;

/** Marks named `phase …` begin the phases; what comes before the first of them is `start`. */
export function longestTasks(events: readonly TraceEvent[]): readonly PhaseTask[] {
  const marks = events
    .filter(({ name, ph }) => PHASE.test(name) && (ph === 'I' || ph === 'R' || ph === 'b' || ph === 'n'))
    .toSorted((one, other) => one.ts - other.ts);
  const [first] = marks;
  if (first === undefined) return [];
  const own = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === first.pid && tid === first.tid);
  const tasks = own.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
  const bounds = [{ phase: 'start', from: 0 }, ...marks.map(({ name, ts }) => ({ phase: PHASE.exec(name)?.[1] ?? '', from: ts }))];
  return bounds.map(({ phase, from }, place) => {
    const until = bounds[place + 1]?.from ?? Number.POSITIVE_INFINITY;
    const longest = tasks.filter(({ ts }) => ts >= from && ts < until).toSorted((one, other) => workMs(other) - workMs(one))[0];
    return {
      phase,
      ms: longest === undefined ? 0 : Math.round(workMs(longest) * 10) / 10,
      doing: longest === undefined ? [] : within(own, longest),
    };
  });
}

function workMs({ dur = 0, tdur }: TraceEvent): number {
  return (tdur ?? dur) / 1000;
}

function within(events: readonly TraceEvent[], task: TraceEvent): readonly string[] {
  const end = task.ts + (task.dur ?? 0);
  return events
    .filter((event) => event !== task && event.ts >= task.ts && event.ts < end && !/RunTask/.test(event.name) && workMs(event) >= 2)
    .toSorted((one, other) => workMs(other) - workMs(one))
    .slice(0, 6)
    .map((event) =>
      `${event.name} ${event.args?.data?.functionName ?? event.args?.data?.type ?? ''} ${workMs(event).toFixed(1)} ms`.replace(/\s+/g, ' '),
    );
}
