/** Changes that nobody sees: of things in a hidden layer, or hidden by themselves. Who undoes one is told, or would see nothing happen. */
import type { Patch } from 'immer';
import type { Plan } from '../../shared/plan/types.ts';
import { layerOf, type LayerName, type SessionState, type ThingKind } from './sessionStore.ts';

/** Tables of things that the drawing shows one by one. */
const DRAWN: Readonly<Record<string, ThingKind>> = {
  cabinets: 'cabinet',
  devices: 'device',
  segments: 'segment',
  junctions: 'junction',
  obstacles: 'obstacle',
  doors: 'door',
  dimensions: 'dimension',
  notes: 'note',
};

/** Why nothing was seen, and the id of the action that shows it. */
export interface OutOfSight {
  readonly text: string;
  readonly offer: string;
}

/** Null where at least one of the changed things is in sight, or none is drawn by itself. */
export function outOfSight(
  patches: readonly Patch[],
  { layers, veil, hiddenLevels }: Pick<SessionState, 'layers' | 'veil' | 'hiddenLevels'>,
  { segments }: Pick<Plan, 'segments'>,
): OutOfSight | null {
  const isAtHiddenLevel = (id: string): boolean => hiddenLevels.has(segments.get(id)?.elevationMm ?? Number.NaN);

  const hiddenLayers = new Set<LayerName>();
  let isVeiled = false;
  for (const { path } of patches) {
    const [table, id] = path;
    const kind = DRAWN[String(table)];
    if (kind === undefined || id === undefined) continue;
    const layer = layerOf({ kind, id: String(id) });
    const key = `${kind} ${id}`;
    if (layer !== null && !layers[layer]) hiddenLayers.add(layer);
    else if (veil.hidden.has(key) || (kind === 'segment' && isAtHiddenLevel(String(id)))) isVeiled = true;
    else return null;
  }
  const [layer] = hiddenLayers;
  if (layer !== undefined) return { text: `it lies in ${[...hiddenLayers].join(' and ')}, which are hidden`, offer: `view.layer-${layer}` };
  return isVeiled ? { text: 'it is hidden', offer: 'view.show-all' } : null;
}
