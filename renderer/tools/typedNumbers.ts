/**
 * Numbers typed while a tool is at work, and the keys that stand in for the pointer: one way for every tool that says where its numbers
 * count from. The tool itself sees a pointer at the exact place, so that whatever it does by mouse it does by number.
 */
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Units } from '../../shared/quantities.ts';
import { toScreen } from '../canvas/camera.ts';
import type { Preview } from '../state/sessionStore.ts';
import { parseSize } from '../ui/parseLength.ts';
import { arrowStep, startOfKeys, typedEnd, typedText, typedWith } from './sketch.ts';
import type { Handlers, KeyInput, Modifiers, Numbers, PointerInput, ToolContext } from './tool.ts';

/** What is typed, and where the pointer points meanwhile. */
export interface Typing {
  readonly text: string;
  readonly aim: Point;
}

/** What a tool is to see of the pointer. */
export interface PointerSend {
  readonly kind: 'move' | 'press' | 'release';
  readonly input: PointerInput;
}

/** What a key comes to: what is typed from now on, and what the tool is to see of the pointer. */
export interface KeyOutcome {
  readonly typing: Typing | null;
  readonly sends: readonly PointerSend[];
}

const ORIGIN: Point = { xMm: 0, yMm: 0 };

/** Snapping is suspended where a place is exact. */
const EXACT: Modifiers = { shift: false, alt: false, ctrl: true };
const BY_KEYS: Modifiers = { shift: false, alt: false, ctrl: false };

/** Figures for a state that takes them; null: the key is none of a number. */
export function typeKey(state: Stated, typing: Typing | null, input: KeyInput, context: ToolContext): KeyOutcome | null {
  if (input.ctrl) return null;
  const pointer = typing?.aim ?? context.session().pointer ?? startOfKeys(context);
  const first = state.handlers.numbers?.(state.value, pointer, context) ?? null;
  if (first === null) return null;
  const aim = typing?.aim ?? first.at ?? pointer;
  if (input.key === 'Enter') return typing === null ? null : setTyped(state, typing, context);
  if (input.key === 'Backspace' && typing !== null) return aimed(state, { text: typing.text.slice(0, -1), aim }, context);
  const text = typedWith(typing?.text ?? '', input.key);
  return text === null ? null : aimed(state, { text, aim }, context);
}

/** The pointer at rest or on its way while something is typed: as far as typed, the way it points. Null: it is no length yet. */
export function typedInput(state: Stated, { text, aim }: Typing, context: ToolContext): PointerInput | null {
  const numbers = state.handlers.numbers?.(state.value, aim, context) ?? null;
  const at = numbers === null ? null : typedEnd(numbers.from, numbers.towards, text, context.session().units);
  return at === null ? null : inputAt(at, numbers?.isPlain === true ? BY_KEYS : EXACT, context);
}

/** Why what is typed leads nowhere; null: it is nothing, a length, a move, or a size where one is taken. */
export function whyUnread(typed: string, takesSizes: boolean, units: Units): string | null {
  if (typed === '' || typedEnd(ORIGIN, ORIGIN, typed, units) !== null || (takesSizes && parseSize(typed, units).ok)) return null;
  return `"${typed.trim()}" is no length${takesSizes ? ' and no size' : ''}; write 600, 0.6 m, 24 in, -600 or @600<90`;
}

/** Arrows move a pointer of their own, Enter presses it, where the state has no keys for that itself; null: not taken. */
export function pointByKey(state: Stated, input: KeyInput, context: ToolContext): readonly PointerSend[] | null {
  const { byKeys } = state.handlers;
  if (byKeys === undefined || input.ctrl) return null;
  const at = startOfKeys(context);
  if (input.key === 'Enter') {
    const here = inputAt(at, BY_KEYS, context);
    return (['move', 'press', 'release'] as const).map((kind) => ({ kind, input: here }));
  }
  const step = byKeys === 'arrows' ? arrowStep(input.key, input, context.layout()?.hall.tile.sizeMm ?? null) : null;
  if (step === null) return null;
  return [{ kind: 'move', input: inputAt({ xMm: at.xMm + step.xMm, yMm: at.yMm + step.yMm }, BY_KEYS, context) }];
}

/** What is shown beside the pointer, with what is typed before it. */
export function typedAids<T extends Partial<Pick<Preview, 'text'>>>(aids: T, typing: Typing | null, context: ToolContext): T {
  if (typing === null) return aids;
  const { text } = aids;
  const typed = typedText(typing.text, context.session().units);
  return { ...aids, text: `typed ${typed}${text === null || text === undefined ? '' : ` · ${text}`} · Enter sets it` };
}

/** The nearer axis: a number without a direction goes along or across the hall. */
export function levelTowards(from: Point, to: Point): Point {
  const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
  return Math.abs(dx) >= Math.abs(dy) ? { xMm: to.xMm, yMm: from.yMm } : { xMm: from.xMm, yMm: to.yMm };
}

/** A state with its handlers, as the host has them. */
export interface Stated {
  readonly value: { readonly name: string };
  readonly handlers: Handlers<{ readonly name: string }, { readonly name: string }>;
}

function aimed(state: Stated, typing: Typing, context: ToolContext): KeyOutcome {
  const next = typing.text === '' ? null : typing;
  const exact = next === null ? inputAt(typing.aim, BY_KEYS, context) : typedInput(state, typing, context);
  return { typing: next, sends: [{ kind: 'move', input: exact ?? inputAt(typing.aim, BY_KEYS, context) }] };
}

function setTyped(state: Stated, typing: Typing, context: ToolContext): KeyOutcome {
  const input = typedInput(state, typing, context);
  const numbers: Numbers | null = state.handlers.numbers?.(state.value, typing.aim, context) ?? null;
  // What is no length stays to be mended.
  if (input === null || numbers === null) return { typing, sends: [] };
  const kinds: readonly PointerSend['kind'][] = numbers.sets === 'click' ? ['press', 'release'] : [numbers.sets];
  return { typing: null, sends: kinds.map((kind) => ({ kind, input })) };
}

function inputAt(at: Point, keys: Modifiers, context: ToolContext): PointerInput {
  return { at, px: toScreen(context.session().camera, at), ...keys };
}
