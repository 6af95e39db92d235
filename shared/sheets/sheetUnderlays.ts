/** Drawings under the plan as a set of sheets draws them: what they show, and the layers that their lines lie on. */
import type { LineDrawing } from '../drawings/lineDrawing.ts';
import { readableOn } from '../drawings/ownColors.ts';
import { fromBottomUp } from '../drawings/underlayOrder.ts';
import type { Plan } from '../plan/types.ts';
import type { Underlay } from '../plan/underlays.ts';
import type { DrawnLayerLook } from './styles.ts';
import type { UnderlayPicture, UnderlayPictures } from './underlayPictures.ts';

export interface SheetUnderlay {
  readonly underlay: Underlay;
  readonly picture: UnderlayPicture;
  /** By the place of a layer in the drawing or the page, one for a picture. */
  readonly layers: readonly string[];
  /** By the place of a color in the palette, as it is read on paper; null: the ink of drawings. */
  readonly inks: readonly (string | null)[];
}

const PAPER = '#ffffff';

const LONGEST_NAME = 60;

/** From the bottom up, as they lie on the screen. */
export function sheetUnderlays({ underlays }: Plan, { byUnderlay }: UnderlayPictures): SheetUnderlay[] {
  const taken = new Set<string>();
  return fromBottomUp(underlays.values()).flatMap((underlay) => {
    const picture = byUnderlay.get(underlay.id);
    if (picture === undefined) return [];
    const own = layerNames(picture);
    const palette = linesOf(picture)?.palette ?? [];
    const inks = palette.map((color) => (color === null || underlay.ownColors !== true ? null : readableOn(color, PAPER)));
    return [{ underlay, picture, inks, layers: own.map((name) => freeName(`${short(underlay.name)}$0$${short(name)}`, taken)) }];
  });
}

function layerNames(picture: UnderlayPicture): readonly string[] {
  return linesOf(picture)?.layers.map(({ name }) => name) ?? ['picture'];
}

function linesOf(picture: UnderlayPicture): LineDrawing | null {
  switch (picture.kind) {
    case 'lines':
      return picture.lines;
    case 'page':
      return picture.page.lines;
    case 'image':
      return null;
  }
}

/** Each layer once, as pale as its drawing, with the colors that lie on it. */
export function layersOf(underlays: readonly SheetUnderlay[]): DrawnLayerLook[] {
  return underlays.flatMap(({ underlay: { opacityPct }, picture, layers, inks }) => {
    const used = layers.map(() => new Set<string>());
    const take = (layer: number, color: number): void => {
      const ink = inks[color] ?? null;
      if (ink !== null) used[layer]!.add(ink);
    };
    const lines = linesOf(picture);
    lines?.pathLayers.forEach((layer, path) => take(layer, lines.pathColors[path]!));
    for (const { layer, color } of lines?.texts ?? []) take(layer, color);
    return layers.map((layer, at) => ({ layer, opacityPct, colors: [...used[at]!] }));
  });
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
