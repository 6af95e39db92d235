/** A place of a pathway or an opening of a cabinet as the id of a scope: `seg-1@1200`, `cab-7@top-rear`. */
import { must } from '../assert.ts';
import type { Edge, Side } from '../catalog/types.ts';
import type { Cabling } from '../cabling/types.ts';
import type { Survey } from '../survey/types.ts';

export function placeOfSegment(segment: string, atMm: number): string {
  return `${segment}@${Math.round(atMm)}`;
}

export function placeOfOpening(cabinet: string, edge: Edge, side: Side): string {
  return `${cabinet}@${edge}-${side}`;
}

/** Whether each route runs through one of the places that ids name; null: none names any. */
export function routesAtPlaces(survey: Survey, { routes }: Pick<Cabling, 'routes'>, ids: Iterable<string>): Uint8Array | null {
  const tests: ((route: Cabling['routes'][number]) => boolean)[] = [];
  const edgeRow = new Map(survey.network.segments.map((segment, row) => [segment.id, row]));
  for (const id of ids) {
    const at = id.lastIndexOf('@');
    if (at <= 0) continue;
    const [thing, place] = [id.slice(0, at), id.slice(at + 1)];
    const edge = edgeRow.get(thing);
    const cabinet = survey.cabinetRow.get(thing);
    const atMm = Number(place);
    if (edge !== undefined && Number.isFinite(atMm))
      tests.push(({ steps }) =>
        steps.some((step) => step.edge === edge && atMm >= Math.min(step.fromMm, step.toMm) && atMm <= Math.max(step.fromMm, step.toMm)),
      );
    else if (cabinet !== undefined) {
      const isIt = (row: number): boolean => {
        const access = must(survey.accesses[row], 'access');
        return access.cabinet === cabinet && `${access.edgeOfCabinet}-${access.side}` === place;
      };
      tests.push(({ accessA, accessB }) => isIt(accessA) || isIt(accessB));
    }
  }
  return tests.length === 0 ? null : Uint8Array.from(routes, (route) => (tests.some((test) => test(route)) ? 1 : 0));
}
