/** What a turn of the wheel means in a drawing: the view moves, or it zooms to the pointer. */
import type { WheelChoice } from '../state/sessionStore.ts';

/** As of a `WheelEvent`. */
export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0: deltas in pixels. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export type WheelMeaning = 'pan' | 'zoom';

const IN_PIXELS = 0;
/** A wheel with notches turns by no less. */
const LEAST_NOTCH_PX = 40;

/**
 * With Ctrl it zooms (a pinch on a trackpad comes so too), with Shift it pans. Else it is as chosen; two fingers on a trackpad
 * pan always: they move sideways too, or by parts of a line.
 */
export function wheelMeaning(turn: WheelTurn, choice: WheelChoice): WheelMeaning {
  if (turn.ctrlKey || turn.metaKey) return 'zoom';
  if (turn.shiftKey || choice === 'pans') return 'pan';
  const isTrackpad =
    turn.deltaMode === IN_PIXELS && (turn.deltaX !== 0 || !Number.isInteger(turn.deltaY) || Math.abs(turn.deltaY) < LEAST_NOTCH_PX);
  return isTrackpad ? 'pan' : 'zoom';
}

/** One notch of a wheel is a fifth; a pinch, which comes in small parts with Ctrl set, follows the fingers. */
export function wheelFactor({ deltaMode, deltaY, ctrlKey }: WheelTurn): number {
  const notches = deltaMode === IN_PIXELS ? deltaY / 100 : deltaY / 3;
  const isPinch = ctrlKey && deltaMode === IN_PIXELS && Math.abs(deltaY) < LEAST_NOTCH_PX;
  return 1.2 ** -(isPinch ? notches * 5 : notches);
}
