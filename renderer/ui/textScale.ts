/**
 * How much larger than usual a person reads: the page's text size over the usual 16 px, 1 as a rule. The page is laid out in rem;
 * what is laid out by number (table rows, dragged edges) goes by this.
 */
import { useSyncExternalStore } from 'react';

const USUAL_PX = 16;

function measured(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_PX || 1;
}

let scale = measured();
let isWatched = false;
const listeners = new Set<() => void>();

function check(): void {
  const now = measured();
  if (now === scale) return;
  scale = now;
  for (const listener of listeners) listener();
}

/** One rem wide, so that a change of the text size is seen as a change of its width. */
function watchTextSize(): void {
  isWatched = true;
  const probe = document.createElement('div');
  probe.setAttribute('aria-hidden', 'true');
  probe.style.cssText = 'position:absolute;visibility:hidden;width:1rem;height:0';
  document.body.append(probe);
  new ResizeObserver(check).observe(probe);
}

function subscribe(listener: () => void): () => void {
  if (!isWatched) watchTextSize();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function textScale(): number {
  return scale;
}

export function useTextScale(): number {
  return useSyncExternalStore(subscribe, textScale);
}
