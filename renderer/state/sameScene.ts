/** What the drawing needs not paint again when the engine answers: each answer comes as a copy, so that no part of it is the last one. */
import type { Marker, Scene } from '../../shared/engine/protocol.ts';

/** The scene, with the marks of the last one where they say the same: what was placed for those holds. */
export function withKeptMarkers(scene: Scene | null, last: Scene | null): Scene | null {
  if (scene === null || last === null || scene.markers.length !== last.markers.length) return scene;
  const isSame = scene.markers.every((marker, place) => isSameMarker(marker, last.markers[place]));
  return isSame ? { ...scene, markers: last.markers } : scene;
}

function isSameMarker(one: Marker, other: Marker | undefined): boolean {
  return (
    one.id === other?.id &&
    one.severity === other.severity &&
    one.hall === other.hall &&
    one.xMm === other.xMm &&
    one.yMm === other.yMm &&
    one.message === other.message
  );
}

/** Whether all trays are as full as before. */
export function haveSameFill(one: Scene | null, other: Scene | null): boolean {
  if (one === null || other === null || one.fillPct.length !== other.fillPct.length) return false;
  return one.fillPct.every((pct, row) => pct === other.fillPct[row]);
}
