/**
 * How much room the window gives: its width counted in text, so that a large text size takes room as a small window does. Where room
 * is short, panels lie over the drawing instead of beside it.
 */
import { useSyncExternalStore } from 'react';
import { textScale, useTextScale } from './textScale.ts';

export type Room = 'wide' | 'medium' | 'small';

/** At the usual text size, in px. */
const WIDE_PX = 1200;
const MEDIUM_PX = 900;

export function roomOf(widthPx: number): Room {
  return widthPx >= WIDE_PX ? 'wide' : widthPx >= MEDIUM_PX ? 'medium' : 'small';
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

export function currentRoom(): Room {
  return roomOf(window.innerWidth / textScale());
}

export function useRoom(): Room {
  useTextScale();
  return useSyncExternalStore(subscribe, currentRoom);
}
