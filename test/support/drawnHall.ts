/** A drawing of a hall, as the page has it once its file was read. */
import Flatbush from 'flatbush';
import type { IndexedLines } from '../../renderer/underlay/drawingMessages.ts';
import { PathGatherer } from '../../shared/drawings/lineDrawing.ts';

/** A hall of 10 by 6 m with three columns, one of them larger, and a door arc in its north wall; a unit is a centimetre. */
export function hallLines(): IndexedLines {
  const gatherer = new PathGatherer();
  const box = (layer: string, x: number, y: number, wide: number, high: number): void =>
    void gatherer.addPath({ layer }, 'polyline', [x, y, x + wide, y, x + wide, y + high, x, y + high], true);
  box('A-WALL', 0, 0, 1000, 600);
  box('S-COLS', 300, 300, 40, 40);
  box('S-COLS', 600, 300, 40, 40);
  box('S-COLS', 450, 100, 60, 60);
  const arc = Array.from({ length: 10 }, (_, step) => {
    const angle = (Math.PI / 2) * (step / 9);
    return [200 + 100 * Math.cos(angle), 600 - 100 * Math.sin(angle)];
  });
  gatherer.addPath({ layer: 'A-DOOR' }, 'arc', arc.flat(), false);
  const drawing = gatherer.finish({ mmPerUnit: 10, entities: {}, skipped: [] });
  const [from, to, paths]: [number[], number[], number[]] = [[], [], []];
  for (let path = 0; path + 1 < drawing.starts.length; path += 1) {
    const [first, end] = [drawing.starts[path]!, drawing.starts[path + 1]!];
    for (let point = first; point < end; point += 1) {
      if (point + 1 === end && drawing.closed[path] === 0) continue;
      from.push(point);
      to.push(point + 1 < end ? point + 1 : first);
      paths.push(path);
    }
  }
  const tree = new Flatbush(from.length);
  from.forEach((a, at) => {
    const [ax, ay, bx, by] = [a, to[at]!].flatMap((point) => [drawing.points[2 * point]!, drawing.points[2 * point + 1]!]) as [
      number,
      number,
      number,
      number,
    ];
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  });
  tree.finish();
  return {
    drawing,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    paths: Uint32Array.from(paths),
    index: tree.data as ArrayBuffer,
  };
}
