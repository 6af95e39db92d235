/**
 * Everything a person can do by name: menus, the command palette, the tool rail and the keyboard use this one table.
 * Ids are what the desktop menu sends.
 */
import type { Action } from './action.ts';
import { arrangeActions } from './arrange.ts';
import { cableActions } from './cables.ts';
import { drawingActions } from './drawings.ts';
import { editActions } from './edit.ts';
import { fileActions } from './file.ts';
import { hallActions } from './halls.ts';
import { layerActions } from './layers.ts';
import { mountingActions } from './mounting.ts';
import { routeActions } from './routes.ts';
import { toolActions } from './tool.ts';
import { variantActions } from './variants.ts';
import { viewActions } from './view.ts';

/** A shortcut stands once. */
export const actions: readonly Action[] = [
  ...fileActions,
  ...variantActions,
  ...editActions,
  ...arrangeActions,
  ...drawingActions,
  ...mountingActions,
  ...hallActions,
  ...toolActions,
  ...routeActions,
  ...cableActions,
  ...viewActions,
  ...layerActions,
];

export function findAction(id: string): Action | null {
  return actions.find((action) => action.id === id) ?? null;
}
