/**
 * A drawing of lines as it lies under a plan: paths and texts in the drawing's own units, y down, its upper left corner at 0, 0.
 * Columns of numbers, so that a worker hands over a large drawing without copying.
 */

/** What a path was in its file. Ends of curves are places to snap to, the points between them are not. */
export type PathKind = 'line' | 'polyline' | 'arc' | 'circle' | 'curve' | 'hatch';

export const pathKinds: readonly PathKind[] = ['line', 'polyline', 'arc', 'circle', 'curve', 'hatch'];

export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** As its own font sets it; absent: not known. */
  readonly width?: number | undefined;
  /** Clockwise. */
  readonly rotationDeg: number;
  /** Position in the list of layers. */
  readonly layer: number;
  /** Position in the palette. */
  readonly color: number;
}

export interface DrawnLayer {
  readonly name: string;
  /** Off or frozen in its file. */
  readonly isOff: boolean;
  /** Paths and texts on it. */
  readonly count: number;
}

export interface SkippedEntities {
  /** As the file names it: `3DSOLID`. */
  readonly type: string;
  readonly count: number;
  readonly why: string;
}

export interface LineDrawing {
  /** Millimetres of one unit as the file says; null: it does not say. Files often say it wrongly, so it is asked. */
  readonly mmPerUnit: number | null;
  readonly width: number;
  readonly height: number;
  /** Where the upper left corner lies in the file's own coordinates, whose y runs up. */
  readonly originX: number;
  readonly originY: number;
  readonly layers: readonly DrawnLayer[];
  /** x, y of all points. */
  readonly points: Float64Array;
  /** First point of each path, and at the end the number of points. */
  readonly starts: Uint32Array;
  readonly pathLayers: Uint16Array;
  /** Colors as its file has them, `#rrggbb`, in the order in which they first come. The first is null: the ink of whoever looks at it. */
  readonly palette: readonly (string | null)[];
  /** Positions in `palette`. */
  readonly pathColors: Uint16Array;
  /** Positions in `pathKinds`. */
  readonly kinds: Uint8Array;
  /** 1: the last point leads back to the first, which is not repeated. */
  readonly closed: Uint8Array;
  readonly texts: readonly DrawnText[];
  /** How many things of each type stand in the model, before blocks are taken apart. */
  readonly entities: Readonly<Record<string, number>>;
  readonly skipped: readonly SkippedEntities[];
}

/** Most points that a drawing may have; what comes after is left out, and counted. */
export const MOST_POINTS = 4_000_000;

/** So many colors are told apart; what comes after is drawn in ink. */
const MOST_COLORS = 4096;

/** What a path or a text is drawn with. Without a color: in ink. */
export interface DrawnLook {
  readonly layer: string;
  readonly color?: string | null;
}

/** In the file's coordinates. */
export interface DrawnFrame {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Gathers paths in the file's coordinates. */
export class PathGatherer {
  readonly #layers = new Map<string, { isOff: boolean; count: number }>();
  readonly #layerAt = new Map<string, number>();
  readonly #points: number[] = [];
  readonly #starts: number[] = [0];
  readonly #pathLayers: number[] = [];
  readonly #colorAt = new Map<string | null, number>([[null, 0]]);
  readonly #pathColors: number[] = [];
  readonly #kinds: number[] = [];
  readonly #closed: number[] = [];
  readonly #texts: DrawnText[] = [];
  /** Places of points that do not widen the frame. */
  readonly #aside = new Set<number>();

  /** Says how a layer is before anything lies on it. */
  nameLayer(name: string, isOff: boolean): void {
    if (this.#layers.has(name)) return;
    this.#layerAt.set(name, this.#layers.size);
    this.#layers.set(name, { isOff, count: 0 });
  }

  get isFull(): boolean {
    return this.#points.length / 2 >= MOST_POINTS;
  }

  /** Adds a path; false when it is none: fewer than two points, or one that is no number. */
  addPath({ layer, color = null }: DrawnLook, kind: PathKind, points: readonly number[], closed: boolean): boolean {
    if (points.length < 4 || points.some((value) => !Number.isFinite(value)) || this.isFull) return false;
    for (const value of points) this.#points.push(value);
    this.#starts.push(this.#points.length / 2);
    this.#pathLayers.push(this.#layer(layer));
    this.#pathColors.push(this.#color(color));
    this.#kinds.push(pathKinds.indexOf(kind));
    this.#closed.push(closed ? 1 : 0);
    return true;
  }

  /** Adds a path that does not widen the drawing's frame: where a plan has laid the drawing must not depend on what is read of it besides. */
  addAside(look: DrawnLook, kind: PathKind, points: readonly number[]): boolean {
    const first = this.#points.length;
    const added = this.addPath(look, kind, points, false);
    if (added) for (let at = first; at < this.#points.length; at += 2) this.#aside.add(at);
    return added;
  }

  addText({ layer, color = null }: DrawnLook, text: Omit<DrawnText, 'layer' | 'color'>): void {
    if (text.text.trim() === '' || !Number.isFinite(text.x + text.y + text.height + text.rotationDeg)) return;
    this.#texts.push({ ...text, layer: this.#layer(layer), color: this.#color(color) });
  }

  #layer(name: string): number {
    this.nameLayer(name, false);
    this.#layers.get(name)!.count += 1;
    return this.#layerAt.get(name)!;
  }

  #color(color: string | null): number {
    const known = this.#colorAt.get(color);
    if (known !== undefined || this.#colorAt.size >= MOST_COLORS) return known ?? 0;
    this.#colorAt.set(color, this.#colorAt.size);
    return this.#colorAt.size - 1;
  }

  /** All of it, moved to 0, 0 and with y down. `frame`: where it ends, in place of where its lines do. */
  finish(about: Pick<LineDrawing, 'mmPerUnit' | 'entities' | 'skipped'>, frame?: DrawnFrame): LineDrawing {
    const box = frame ?? this.#box();
    const points = new Float64Array(this.#points.length);
    for (let at = 0; at < points.length; at += 2) {
      points[at] = this.#points[at]! - box.minX;
      points[at + 1] = box.maxY - this.#points[at + 1]!;
    }
    return {
      ...about,
      width: box.maxX - box.minX,
      height: box.maxY - box.minY,
      originX: box.minX,
      originY: box.maxY,
      layers: [...this.#layers].map(([name, { isOff, count }]) => ({ name, isOff, count })),
      points,
      starts: Uint32Array.from(this.#starts),
      pathLayers: Uint16Array.from(this.#pathLayers),
      palette: [...this.#colorAt.keys()],
      pathColors: Uint16Array.from(this.#pathColors),
      kinds: Uint8Array.from(this.#kinds),
      closed: Uint8Array.from(this.#closed),
      texts: this.#texts.map((text) => ({ ...text, x: text.x - box.minX, y: box.maxY - text.y })),
    };
  }

  /** Around all paths; around the places of texts where there is no path. */
  #box(): DrawnFrame {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    const take = (x: number, y: number): void => {
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    };
    const isAllAside = this.#aside.size * 2 === this.#points.length;
    for (let at = 0; at < this.#points.length; at += 2)
      if (isAllAside || !this.#aside.has(at)) take(this.#points[at]!, this.#points[at + 1]!);
    if (this.#points.length === 0) for (const { x, y } of this.#texts) take(x, y);
    return minX === Infinity ? { minX: 0, minY: 0, maxX: 0, maxY: 0 } : { minX, minY, maxX, maxY };
  }
}
