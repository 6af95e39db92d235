/** What the canvas needs beside the plan: cables merged by segment, drops in use, fill, and where findings are. */
import type { Derived } from './engine.ts';
import { mergeAll, mergeSome, tierNames } from './cableColumns.ts';
import { cablesThrough } from './cableScope.ts';
import { findingKeys } from './findingKey.ts';
import type { Highlight, Marker, Scene } from './protocol.ts';

/** More markers than this are a carpet, not a message; the findings table has them all. */
const MARKER_LIMIT = 2000;

/** With the scene of an earlier state built before, what did not change is taken over from it; the result is the same. */
export function buildScene(derived: Derived, before?: Derived): Scene {
  const { survey, cabling, takeoff } = derived;
  const { segments } = survey.network;
  const fillById = new Map(takeoff.pathways.map(({ id, fillPct }) => [id, fillPct]));
  return {
    segments: segments.map((segment) => segment.id),
    cabinets: survey.cabinets.map(({ cabinet }) => cabinet.id),
    tiers: tierNames(cabling),
    fillPct: Float64Array.from(segments, (segment) => fillById.get(segment.id) ?? 0),
    touching: cabling.loads.touching.slice(0, segments.length),
    massGPerM: cabling.loads.massGPerM.slice(0, segments.length),
    ...mergeAll(survey, cabling, before?.survey.network === survey.network ? before.cabling : undefined),
    markers: placeMarkers(derived),
  };
}

function placeMarkers({ findings }: Derived): Marker[] {
  const markers: Marker[] = [];
  const keys = findingKeys(findings);
  findings.forEach(({ code, severity, place, message, accepted }, index) => {
    if (place === null || accepted !== null || markers.length >= MARKER_LIMIT) return;
    markers.push({ id: keys[index]!, code, severity, hall: place.hall, xMm: place.at.xMm, yMm: place.at.yMm, message });
  });
  return markers;
}

/** Routes of the cables through some things. */
export function buildHighlight(derived: Derived, ids: readonly string[]): Highlight {
  const { survey, cabling } = derived;
  const rows = cablesThrough(derived, ids);
  const ends = new Set<number>();
  for (const cable of rows) {
    const first = cabling.cables.firstLink[cable]!;
    for (let link = first; link < first + cabling.cables.linkCount[cable]!; link += 1) {
      ends.add(survey.devices[cabling.links.aDevice[link]!]!.cabinet);
      ends.add(survey.devices[cabling.links.bDevice[link]!]!.cabinet);
    }
  }
  return {
    ids,
    cables: rows.length,
    ...mergeSome(survey, cabling, rows),
    cabinets: [...ends].sort((a, b) => a - b).map((row) => survey.cabinets[row]!.cabinet.id),
  };
}

/** The buffers of a scene or highlight, to be handed over instead of copied. */
export function buffersOf({ spans, drops }: Pick<Scene, 'spans' | 'drops'>): ArrayBufferLike[] {
  const columns: readonly (Int32Array | Uint8Array)[] = [
    spans.segment,
    spans.tier,
    spans.fromMm,
    spans.toMm,
    spans.cables,
    drops.cabinet,
    drops.tier,
    drops.cables,
    drops.openingXMm,
    drops.openingYMm,
    drops.landingXMm,
    drops.landingYMm,
  ];
  return columns.map((column) => column.buffer);
}
