/** Which layers the hand reaches in the drawing. */
import { layerNames, lockableLayers, type LayerName, type SessionState } from './sessionStore.ts';

/** Layers that are shown and locked. */
export function lockedLayers({ layers, locks }: Pick<SessionState, 'layers' | 'locks'>): Record<LayerName, boolean> {
  const locked = { ...layers };
  for (const layer of layerNames) locked[layer] = false;
  for (const layer of lockableLayers) locked[layer] = layers[layer] && locks[layer];
  return locked;
}

/** Layers in which the drawing finds things: shown and not locked. */
export function reachableLayers({ layers, locks }: Pick<SessionState, 'layers' | 'locks'>): Record<LayerName, boolean> {
  const reachable = { ...layers };
  for (const layer of lockableLayers) reachable[layer] = layers[layer] && !locks[layer];
  return reachable;
}
