/** A drawing context that writes down what is drawn on it, with the look that it had then; characters are all of one width. */
export interface Stroke {
  readonly color: string;
  readonly widthPx: number;
  readonly dash: readonly number[];
}

export interface Written {
  readonly text: string;
  readonly color: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface RecordedContext {
  readonly context: CanvasRenderingContext2D;
  readonly strokes: readonly Stroke[];
  readonly fills: readonly { readonly color: string; readonly alpha: number }[];
  readonly written: readonly Written[];
}

const CHARACTER_PX = 6;

export function recordedContext(): RecordedContext {
  const strokes: Stroke[] = [];
  const fills: { color: string; alpha: number }[] = [];
  const written: Written[] = [];
  const saved: Record<string, unknown>[] = [];
  let dash: readonly number[] = [];
  const look: Record<string, unknown> = { strokeStyle: '', fillStyle: '', lineWidth: 1, globalAlpha: 1 };
  const answers: Readonly<Record<string, unknown>> = {
    measureText: (text: string) => ({ width: text.length * CHARACTER_PX }),
    save: () => saved.push({ ...look, dash }),
    restore: () => {
      const { dash: before, ...rest } = saved.pop() ?? look;
      Object.assign(look, rest);
      dash = before as readonly number[];
    },
    setLineDash: (pattern: readonly number[]) => (dash = [...pattern]),
    stroke: () => strokes.push({ color: String(look['strokeStyle']), widthPx: Number(look['lineWidth']), dash }),
    fill: () => fills.push({ color: String(look['fillStyle']), alpha: Number(look['globalAlpha']) }),
    fillText: (text: string, left: number, y: number) =>
      written.push({ text, color: String(look['fillStyle']), left, right: left + text.length * CHARACTER_PX, y }),
  };
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get: (_target, name) => answers[String(name)] ?? look[String(name)] ?? (() => undefined),
    set: (_target, name, value) => {
      look[String(name)] = value;
      return true;
    },
  });
  return { context, strokes, fills, written };
}
