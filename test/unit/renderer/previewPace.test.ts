import { describe, expect, it } from 'vitest';
import type { Patch } from 'immer';
import { createPreviewPace } from '../../../renderer/state/previewPace.ts';

const step = (place: number): readonly Patch[] => [{ op: 'replace', path: ['cabinets', 'A01', 'xMm'], value: place }];

/** A pace on a clock of its own, whose engine answers when told to. */
function seat() {
  let nowMs = 0;
  let due: { readonly atMs: number; readonly run: () => void }[] = [];
  const sent: (readonly Patch[] | null)[] = [];
  const pace = createPreviewPace({
    send: (patches) => sent.push(patches),
    now: () => nowMs,
    later: (ms, run) => due.push({ atMs: nowMs + ms, run }),
  });
  const pass = (ms: number): void => {
    nowMs += ms;
    const ready = due.filter(({ atMs }) => atMs <= nowMs);
    due = due.filter(({ atMs }) => atMs > nowMs);
    for (const { run } of ready) run();
  };
  return { pace, sent, pass };
}

describe('pace of previews', () => {
  it('asks at once, then for the newest alone, when the engine has answered and rested', () => {
    const { pace, sent, pass } = seat();
    pace.offer(step(1));
    pace.offer(step(2));
    pace.offer(step(3));
    expect(sent).toEqual([step(1)]);
    pass(30);
    pace.answered();
    expect(sent).toHaveLength(1);
    pass(59);
    pace.offer(step(4));
    expect(sent).toHaveLength(1);
    pass(1);
    expect(sent).toEqual([step(1), step(4)]);
  });

  it('never lets figures stand still for long, however long an answer took', () => {
    const { pace, sent, pass } = seat();
    pace.offer(step(1));
    pass(4000);
    pace.offer(step(2));
    pace.answered();
    pass(250);
    expect(sent).toEqual([step(1), step(2)]);
  });

  it('hands on nothing old when the hand rested, and asks at once when it moves again', () => {
    const { pace, sent, pass } = seat();
    pace.offer(step(1));
    pace.answered();
    pass(1);
    expect(sent).toEqual([step(1)]);
    pace.offer(step(2));
    expect(sent).toEqual([step(1), step(2)]);
  });

  it('ends a gesture at once, and begins the next one without the rest of the last', () => {
    const { pace, sent, pass } = seat();
    pace.offer(step(1));
    pass(50);
    pace.answered();
    pace.offer(step(2));
    pace.offer(null);
    pace.offer(step(9));
    expect(sent).toEqual([step(1), null, step(9)]);
    // The rest of the gesture before is over: what is under way now is not overtaken.
    pace.offer(step(10));
    pass(500);
    expect(sent).toEqual([step(1), null, step(9)]);
  });

  it('asks at once of a plan that has changed meanwhile, and nothing that was held of the one before', () => {
    const { pace, sent, pass } = seat();
    pace.offer(step(1));
    pace.offer(step(2));
    pace.forget();
    pass(4000);
    expect(sent).toEqual([step(1)]);
    pace.offer(step(3));
    expect(sent).toEqual([step(1), step(3)]);
  });
});
