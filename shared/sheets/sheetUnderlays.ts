/** Drawings under the plan as a set of sheets draws them: what they show, and the layers that their lines lie on. */
import { sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import type { Underlay } from '../plan/underlays.ts';
import type { DrawnLayerLook } from './styles.ts';
import type { UnderlayPicture, UnderlayPictures } from './underlayPictures.ts';

export interface SheetUnderlay {
  readonly underlay: Underlay;
  readonly picture: UnderlayPicture;
  /** By the place of a layer in the drawing or the page, one for a picture. */
  readonly layers: readonly string[];
}

const LONGEST_NAME = 60;

/** From the bottom up, as they lie on the screen. */
export function sheetUnderlays({ underlays }: Plan, { byUnderlay }: UnderlayPictures): SheetUnderlay[] {
  const taken = new Set<string>();
  return sortedById(underlays).flatMap((underlay) => {
    const picture = byUnderlay.get(underlay.id);
    if (picture === undefined) return [];
    const own = layerNames(picture);
    return [{ underlay, picture, layers: own.map((name) => freeName(`${short(underlay.name)}$0$${short(name)}`, taken)) }];
  });
}

function layerNames(picture: UnderlayPicture): readonly string[] {
  switch (picture.kind) {
    case 'lines':
      return picture.lines.layers.map(({ name }) => name);
    case 'page':
      return picture.page.lines.layers.map(({ name }) => name);
    case 'image':
      return ['picture'];
  }
}

/** Each layer once, as pale as its drawing. */
export function layersOf(underlays: readonly SheetUnderlay[]): DrawnLayerLook[] {
  return underlays.flatMap(({ underlay: { opacityPct }, layers }) => layers.map((layer) => ({ layer, opacityPct })));
}

/** Drawing$0$Layer, as CAD programs name the layers of a drawing that was bound in; told apart where two would be spelled alike. */
function freeName(name: string, taken: Set<string>): string {
  const spelled = (one: string): string => one.replace(/[^A-Za-z0-9_$-]/g, '_').toUpperCase();
  let free = name;
  for (let number = 2; taken.has(spelled(free)); number += 1) free = `${name}_${number}`;
  taken.add(spelled(free));
  return free;
}

function short(name: string): string {
  return name.slice(0, LONGEST_NAME);
}
