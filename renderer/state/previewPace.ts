/**
 * How often a gesture is answered with figures. The engine shares the machine with the page that draws the gesture: answered
 * without pause, figures of a large plan take the time of the frames. So the engine rests between two answers, in proportion to
 * what the last one took; on a plan that is worked out within a frame nobody sees it.
 */
import type { Patch } from 'immer';

export interface PaceParts {
  readonly send: (patches: readonly Patch[] | null) => void;
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number;
  readonly later: (ms: number, run: () => void) => void;
}

export interface PreviewPace {
  /** What a gesture would do now; the newest is sent when the engine has answered and rested. Null ends the gesture, at once. */
  offer(patches: readonly Patch[] | null): void;
  /** Figures of a gesture have come, or none will come of what was sent. */
  answered(): void;
  /** The plan itself is another now: what was asked or held of the one before is answered no more. */
  forget(): void;
}

/** The engine works at most a third of the time of a gesture, yet never rests so long that figures seem to stand still. */
const REST_PER_WORK = 2;
const LONGEST_REST_MS = 250;

export function createPreviewPace({ send, now, later }: PaceParts): PreviewPace {
  let state: 'free' | 'asked' | 'resting' = 'free';
  let sentMs = 0;
  /** The newest that was not sent yet. */
  let held: readonly Patch[] | null = null;
  /** Counts gestures: the rest after an answer to an earlier one is over. */
  let gesture = 0;

  function sendNow(patches: readonly Patch[]): void {
    held = null;
    state = 'asked';
    sentMs = now();
    send(patches);
  }

  function forget(): void {
    gesture += 1;
    held = null;
    state = 'free';
  }

  return {
    forget,
    offer(patches) {
      if (patches === null) {
        forget();
        send(null);
      } else if (state === 'free') sendNow(patches);
      else held = patches;
    },
    answered() {
      if (state !== 'asked') return;
      state = 'resting';
      const mine = gesture;
      later(Math.min(LONGEST_REST_MS, REST_PER_WORK * (now() - sentMs)), () => {
        if (mine !== gesture) return;
        state = 'free';
        if (held !== null) sendNow(held);
      });
    },
  };
}
