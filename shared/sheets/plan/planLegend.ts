/** What the floor plan's pens mean, with the counts of what they show. */
import { groupedDigits } from '../figures.ts';
import type { LegendEntry } from '../legend.ts';
import { strokeSample } from '../legend.ts';
import type { SheetContext } from '../sheetContext.ts';
import { CLASS_STARTS } from '../tierLook.ts';
import { hatchLines } from './hatch.ts';

/** Tiers first, then weights, then the building. */
export function planLegend({ derived, styles, tiers }: SheetContext): LegendEntry[] {
  const counts = new Map(derived.takeoff.cables.byTier.map(({ tier, count }) => [tier, count]));
  const entries: LegendEntry[] = tiers.map((tier, i) => ({
    text: `${tier}  ${groupedDigits(counts.get(tier) ?? 0)} cables`,
    sample: strokeSample(styles.cable(i, 1)),
  }));
  if (tiers.length > 0) {
    entries.push({
      text: `from ${CLASS_STARTS.join(', ')} cables`,
      sample: (pen, { x, y, widthMm, heightMm }) => {
        CLASS_STARTS.forEach((_, weight) => {
          const part = widthMm / CLASS_STARTS.length;
          pen.segment(x + weight * part, y + heightMm / 2, x + (weight + 0.8) * part, y + heightMm / 2, styles.cable(0, weight));
        });
      },
    });
  }
  const elevations = [...new Set(derived.survey.network.segments.map((segment) => segment.elevationMm))].sort((a, b) => a - b);
  const [level] = elevations;
  if (level !== undefined) {
    entries.push({
      text: 'pathway: elevation, width × depth, fill',
      sample: (pen, { x, y, widthMm, heightMm }) => {
        pen.segment(x, y + heightMm * 0.2, x + widthMm, y + heightMm * 0.2, styles.trayEdge(level));
        pen.segment(x, y + heightMm * 0.8, x + widthMm, y + heightMm * 0.8, styles.trayEdge(level));
      },
    });
  }
  entries.push({
    text: 'cabinet, heavy line at the front',
    sample: (pen, { x, y, heightMm }) => {
      pen.rectangle({ x: x + 3.5, y, widthMm: 4, heightMm }, 'cabinet');
      pen.segment(x + 3.9, y + 0.4, x + 7.1, y + 0.4, 'cabinetFront');
    },
  });
  entries.push({ text: 'wall', sample: strokeSample('wall') });
  const kinds = new Set([...derived.plan.obstacles.values()].map((obstacle) => obstacle.kind));
  if (kinds.has('column')) {
    entries.push({
      text: 'column',
      sample: (pen, { x, y, heightMm }) => pen.rectangle({ x: x + 4, y, widthMm: heightMm, heightMm }, 'column'),
    });
  }
  if (kinds.has('keep-out')) {
    entries.push({
      text: 'keep clear',
      sample: (pen, { x, y, widthMm, heightMm }) => {
        const box = [
          { x, y },
          { x: x + widthMm, y },
          { x: x + widthMm, y: y + heightMm },
          { x, y: y + heightMm },
        ];
        for (const line of hatchLines(box, 1.2)) pen.line(line, 'hatch');
        pen.polygon(box, 'keepOut');
      },
    });
  }
  return entries;
}
