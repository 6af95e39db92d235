import type { Check } from './types.ts';
import { shutByZones } from '../cabling/rules/shut.ts';
import { lineToPolygonMm, TOUCHING_MM } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { keepClearZones } from '../cabling/rules/shut.ts';
import { metres } from './figures.ts';
import { segmentEnds, segmentPlace } from './segmentPlace.ts';

/** No pathway runs through a keep-clear zone, at any height. Cables are never laid there; see rules/shut.ts for what counts as inside. */
export const keepClear: Check = {
  codes: ['pathway.in-keep-clear'],
  title: 'Pathways stay out of keep-clear zones',
  *run({ plan, survey }) {
    const zones = keepClearZones(plan);
    if (zones.length === 0) return;
    const { network } = survey;
    const { parts } = shutByZones(plan, network);
    for (const [edge, blocked] of parts) {
      const segment = must(network.segments[edge], 'segment');
      const { hall, from, to } = must(segmentEnds(plan, segment), 'ends');
      const insideMm = blocked.reduce((sum, [fromMm, toMm]) => sum + toMm - fromMm, 0);
      for (const zone of zones) {
        if (zone.hall !== hall) continue;
        const polygon = zone.outline.map(([xMm, yMm]) => ({ xMm, yMm }));
        if (lineToPolygonMm(from, to, polygon) >= segment.widthMm / 2 - TOUCHING_MM) continue;
        yield {
          code: 'pathway.in-keep-clear',
          severity: 'error',
          ids: [segment.id, zone.id].sort(),
          place: segmentPlace(plan, segment),
          message: `Pathway ${segment.name} runs through the keep-clear zone ${zone.name}`,
          required: `clear of ${zone.name}`,
          actual: `${metres(insideMm)} of it in keep-clear zones, where no cable is laid`,
          mend: `Lead ${segment.name} around ${zone.name}`,
        };
      }
    }
  },
};
