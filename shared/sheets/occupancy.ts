/** Which parts of the paper are taken, so that texts step aside rather than overlap. */
import type { Rectangle } from './pen.ts';

const CELL_MM = 12;

export class Occupancy {
  private readonly cells = new Map<string, Rectangle[]>();

  add(box: Rectangle): void {
    for (const key of cellsOf(box)) {
      const boxes = this.cells.get(key);
      if (boxes === undefined) this.cells.set(key, [box]);
      else boxes.push(box);
    }
  }

  isFree(box: Rectangle): boolean {
    for (const key of cellsOf(box)) {
      for (const other of this.cells.get(key) ?? []) if (overlap(box, other)) return false;
    }
    return true;
  }
}

function* cellsOf({ x, y, widthMm, heightMm }: Rectangle): Generator<string> {
  for (let column = Math.floor(x / CELL_MM); column <= Math.floor((x + widthMm) / CELL_MM); column += 1) {
    for (let row = Math.floor(y / CELL_MM); row <= Math.floor((y + heightMm) / CELL_MM); row += 1) yield `${column} ${row}`;
  }
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.widthMm && b.x < a.x + a.widthMm && a.y < b.y + b.heightMm && b.y < a.y + a.heightMm;
}
