/** Delivery paths: the middle line with an arrow where it ends, its name and its clear size beside the start. */
import { must } from '../../assert.ts';
import { sizeFigure } from '../figures.ts';
import { textWidthMm } from '../textMetrics.ts';
import { pointOf } from './doorSwing.ts';
import { type PlanDrawing, toPaper } from './planView.ts';

const TEXT_MM = 2.1;
const ARROW_MM = 2.4;

export function drawDeliveryPaths({ derived, hall, view, pen, texts }: PlanDrawing): void {
  const { units } = derived.plan.settings;
  for (const path of hall.deliveryPaths ?? []) {
    const points = path.points.map((point) => toPaper(view, pointOf(point)));
    pen.line(points, 'deliveryPath', hall.id);
    const [end, before] = [must(points.at(-1), 'end of the path'), must(points.at(-2), 'its last corner')];
    const lengthMm = Math.hypot(end.x - before.x, end.y - before.y);
    const [dx, dy] = lengthMm === 0 ? [1, 0] : [(end.x - before.x) / lengthMm, (end.y - before.y) / lengthMm];
    const [backX, backY] = [end.x - dx * ARROW_MM, end.y - dy * ARROW_MM];
    const halfMm = ARROW_MM / 3;
    const arrow = [end, { x: backX - dy * halfMm, y: backY + dx * halfMm }, { x: backX + dy * halfMm, y: backY - dx * halfMm }];
    pen.polygon(arrow, 'symbolFill', hall.id);
    const height = path.clearHeightMm === null ? 'height unknown' : sizeFigure(path.clearHeightMm, units);
    const text = `${path.name}  ${sizeFigure(path.clearWidthMm, units)} × ${height}`;
    const at = must(points[0], 'start of the path');
    const widthMm = textWidthMm(text, TEXT_MM);
    const box = { x: at.x + 0.8, y: at.y - TEXT_MM - 0.8, widthMm: widthMm + 1, heightMm: TEXT_MM + 1 };
    if (!texts.isFree(box)) continue;
    pen.rectangle(box, 'knockout');
    texts.add(box);
    pen.text(text, box.x + 0.5, box.y + TEXT_MM, TEXT_MM, 'doorText', { anchor: 'start', owner: hall.id });
  }
}
