/**
 * The shortest way along the trays between two places, with its drops, lengths and changes of level. A click on a cabinet means
 * its openings, a click elsewhere the tray there or the nearest one. By keyboard Enter sets a place, and
 * arrows or a typed length lead to the next.
 */
import { wayBetween, type WayBetween, type WayEnd, type WayPlace } from '../../shared/cabling/wayBetween.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { lengthText, sizeText, type Units } from '../../shared/quantities.ts';
import type { Guide } from '../state/sessionStore.ts';
import { arrowStep, startOfKeys } from './sketch.ts';
import type { KeyInput, PointerInput, Tool, ToolContext } from './tool.ts';

type MeasureTraysState =
  | { readonly name: 'idle' }
  /** By keyboard: where the first place would be. */
  | { readonly name: 'aiming'; readonly at: Point }
  | { readonly name: 'measuring'; readonly start: WayPlace; readonly at: Point }
  /** Both places set; shown until the next click. */
  | { readonly name: 'measured' };

type Measuring = Extract<MeasureTraysState, { name: 'measuring' }>;

const idle: MeasureTraysState = { name: 'idle' };

export const measureTraysTool: Tool<MeasureTraysState> = {
  id: 'measureTrays',
  initial: idle,
  states: {
    idle: { cursor: 'crosshair', pointerDown: begin, key: takeAim },
    aiming: { cursor: 'crosshair', pointerDown: begin, key: aim, cancel: clear },
    measuring: {
      cursor: 'crosshair',
      numbers: ({ start, at }, pointer) => ({ from: start.at, towards: pointer, sets: 'press', at }),
      pointerMove: (state, { at }, context) => showTo(state, at, context),
      // Press, drag, release measures as well as click, click.
      pointerUp: (state, { at }, context) => (isFar(state.start.at, at, context) ? end(state, at, context) : state),
      pointerDown: (state, { at }, context) => end(state, at, context),
      key(state, input, context) {
        if (input.key === 'Enter') return end(state, state.at, context);
        const to = stepped(state.at, input, context);
        return to === null ? undefined : showTo(state, to, context);
      },
      cancel: clear,
    },
    measured: { cursor: 'crosshair', pointerDown: begin, key: takeAim, cancel: clear },
  },
};

const SLOP_PX = 4;

function isFar(from: Point, to: Point, context: ToolContext): boolean {
  return Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm) * context.session().camera.pxPerMm >= SLOP_PX;
}

function begin(_state: MeasureTraysState, { at }: PointerInput, context: ToolContext): MeasureTraysState {
  return beginAt(at, context);
}

function beginAt(at: Point, context: ToolContext): MeasureTraysState {
  showAim(at, context);
  return { name: 'measuring', start: placeAt(at, context), at };
}

/** With the first key a ring shows where a place would be set. */
function takeAim(_state: MeasureTraysState, { key }: KeyInput, context: ToolContext): MeasureTraysState | undefined {
  if (key !== 'Enter') return undefined;
  const at = startOfKeys(context);
  showAim(at, context);
  return { name: 'aiming', at };
}

function aim(state: Extract<MeasureTraysState, { name: 'aiming' }>, input: KeyInput, context: ToolContext): MeasureTraysState | undefined {
  if (input.key === 'Enter') return beginAt(state.at, context);
  const at = stepped(state.at, input, context);
  if (at === null) return undefined;
  showAim(at, context);
  return { name: 'aiming', at };
}

function stepped(at: Point, input: KeyInput, context: ToolContext): Point | null {
  const layout = context.layout();
  const step = arrowStep(input.key, input, layout?.hall.tile.sizeMm ?? null);
  return step === null ? null : { xMm: at.xMm + step.xMm, yMm: at.yMm + step.yMm };
}

function clear(_state: MeasureTraysState, context: ToolContext): MeasureTraysState {
  context.show(null);
  return idle;
}

function showAim(at: Point, context: ToolContext): void {
  context.show({ guides: [ring(at)], text: 'Along trays: click two places, or Enter, arrows, Enter' });
}

function end(state: Measuring, at: Point, context: ToolContext): MeasureTraysState {
  showTo(state, at, context);
  return { name: 'measured' };
}

function showTo(state: Measuring, at: Point, context: ToolContext): Measuring {
  const layout = context.layout();
  if (layout === null) return state;
  const way = wayBetween(context.plan(), layout.hall.id, state.start, placeAt(at, context));
  const { units } = context.session();
  if (way === null) {
    context.show({ guides: [ring(state.start.at), ring(at)], text: 'No way along trays joins these places; lay a tray between them' });
  } else context.show({ guides: [...guidesOf(way, units), ring(at)], text: wayText(way, units) });
  return { ...state, at };
}

function placeAt(at: Point, context: ToolContext): WayPlace {
  // Trays hang over cabinets: who clicks where both are means the cabinet, from which cables rise.
  const cabinet = context.hitAll(at).find(({ kind }) => kind === 'cabinet');
  return { at, cabinet: cabinet?.id ?? null };
}

function ring(at: Point): Guide {
  return { kind: 'joint', from: at, to: at, text: null };
}

function guidesOf({ a, b, pieces }: WayBetween, units: Units): Guide[] {
  return [
    ...pieces.flatMap(({ from, to, lengthMm }): Guide[] => [
      { kind: 'leg', from, to, text: null },
      { kind: 'measure', from, to, text: lengthText(lengthMm, units) },
    ]),
    ...[a, b].map((end): Guide => ({ kind: 'measure', from: end.opening, to: end.landing, text: endText(end, units) })),
    ring(a.landing),
    ring(b.landing),
  ];
}

/** `drop 700 mm + 300 mm aside`; without the parts that are not there. */
function endText({ dropMm, offsetMm }: WayEnd, units: Units): string {
  const parts = [
    ...(dropMm > 0 ? [`drop ${sizeText(dropMm, units)}`] : []),
    ...(offsetMm > 0 ? [`${sizeText(offsetMm, units)} aside`] : []),
  ];
  return parts.join(' + ');
}

/** The whole and its parts, in the order in which a cable would run them. */
function wayText({ a, b, totalMm, pathwayMm, levelsMm, lowestMm, highestMm }: WayBetween, units: Units): string {
  const heights = lowestMm === highestMm ? sizeText(lowestMm, units) : `${sizeText(lowestMm, units)} to ${sizeText(highestMm, units)}`;
  const levels = levelsMm > 0 ? `, ${sizeText(levelsMm, units)} between levels` : '';
  const parts = [endText(a, units), `${lengthText(pathwayMm, units)} of tray (at ${heights}${levels})`, endText(b, units)];
  return `${lengthText(totalMm, units)} along trays: ${parts.filter((part) => part !== '').join(' + ')}`;
}
