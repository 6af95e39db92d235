/** What the floor plan's pens mean, with the counts of what they show. */
import { must } from '../../assert.ts';
import type { Derived } from '../../engine/engine.ts';
import { groupedDigits } from '../figures.ts';
import type { LegendEntry } from '../legend.ts';
import { strokeSample } from '../legend.ts';
import type { SheetContext } from '../sheetContext.ts';
import { CLASS_STARTS } from '../tierLook.ts';
import { hatchLines } from './hatch.ts';

/** Tiers first, then weights, then the building: what there is of them in the hall. */
export function planLegend({ derived, styles, tiers, underlays }: SheetContext, hall: string): LegendEntry[] {
  const counts = cablesInHall(derived, hall);
  const shown = tiers.flatMap((tier, i) => (counts.has(tier) ? [{ tier, i }] : []));
  const entries: LegendEntry[] = shown.map(({ tier, i }) => ({
    text: `${tier}  ${cablesText(counts.get(tier) ?? 0)}`,
    sample: strokeSample(styles.cable(i, 1)),
  }));
  if (shown.length > 0) {
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
  const isHere = (junction: string): boolean => derived.plan.junctions.get(junction)?.hall === hall;
  const here = derived.survey.network.segments.filter(({ from }) => isHere(from));
  const [level] = here.map(({ elevationMm }) => elevationMm).sort((a, b) => a - b);
  if (level !== undefined) {
    entries.push({
      text: 'pathway: elevation, width × depth, fill',
      sample: (pen, { x, y, widthMm, heightMm }) => {
        pen.segment(x, y + heightMm * 0.2, x + widthMm, y + heightMm * 0.2, styles.trayEdge(level));
        pen.segment(x, y + heightMm * 0.8, x + widthMm, y + heightMm * 0.8, styles.trayEdge(level));
      },
    });
  }
  if (derived.survey.cabinets.some(({ cabinet }) => cabinet.hall === hall)) {
    entries.push({
      text: 'cabinet, heavy line at the front',
      sample: (pen, { x, y, heightMm }) => {
        pen.rectangle({ x: x + 3.5, y, widthMm: 4, heightMm }, 'cabinet');
        pen.segment(x + 3.9, y + 0.4, x + 7.1, y + 0.4, 'cabinetFront');
      },
    });
  }
  entries.push({ text: 'wall', sample: strokeSample('wall') });
  const kinds = new Set<string>(
    [...derived.plan.obstacles.values()].flatMap((obstacle) => (obstacle.hall === hall ? [obstacle.kind] : [])),
  );
  if (kinds.has('column')) {
    entries.push({
      text: 'column',
      sample: (pen, { x, y, heightMm }) => pen.rectangle({ x: x + 4, y, widthMm: heightMm, heightMm }, 'column'),
    });
  }
  for (const [kind, text, pitchMm] of [
    ['keep-out', 'keep-out', 1.2],
    ['keep-clear', 'keep-clear zone', 3.6],
  ] as const) {
    if (!kinds.has(kind)) continue;
    entries.push({
      text,
      sample: (pen, { x, y, widthMm, heightMm }) => {
        const box = [
          { x, y },
          { x: x + widthMm, y },
          { x: x + widthMm, y: y + heightMm },
          { x, y: y + heightMm },
        ];
        for (const line of hatchLines(box, pitchMm)) pen.line(line, 'hatch');
        pen.polygon(box, 'keepOut');
      },
    });
  }
  if (['sprinkler', 'light', 'busway', 'containment'].some((kind) => kinds.has(kind)))
    entries.push({ text: 'overhead: sprinkler, light, busway, containment', sample: strokeSample('overhead') });
  if (kinds.has('load-zone')) entries.push({ text: 'load zone', sample: strokeSample('loadZone') });
  if (derived.plan.halls.get(hall)?.deliveryPaths !== undefined)
    entries.push({ text: 'delivery path, clear width × height', sample: strokeSample('deliveryPath') });
  for (const { underlay, layers } of underlays) {
    const [layer] = layers;
    if (underlay.hall !== hall || layer === undefined) continue;
    const text = `${underlay.name}, ${underlay.calibration === null ? 'scale not measured' : 'under the plan'}`;
    entries.push({ text, sample: strokeSample(styles.drawn(layer, null).line) });
  }
  return entries;
}

/** Cables with an end in the hall, by the name of their tier. */
function cablesInHall({ survey, cabling }: Derived, hall: string): ReadonlyMap<string, number> {
  const { cables, links, tiers } = cabling;
  const isHere = survey.devices.map(({ cabinet }) => must(survey.cabinets[cabinet], 'cabinet').cabinet.hall === hall);
  const counts = new Map<string, number>();
  for (let cable = 0; cable < cables.count; cable += 1) {
    const link = cables.firstLink[cable]!;
    if (isHere[links.aDevice[link]!] !== true && isHere[links.bDevice[link]!] !== true) continue;
    const { name } = must(tiers[cables.tier[cable]!], 'tier');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function cablesText(count: number): string {
  return `${groupedDigits(count)} ${count === 1 ? 'cable' : 'cables'}`;
}
