/** The cables of a part of the network, by what they have in common: so many lie along one way, and want the same. */
import { must } from '../../assert.ts';
import type { CableFamily } from '../../catalog/types.ts';
import type { Survey } from '../../survey/types.ts';
import type { Course } from '../rules/courses.ts';
import { NONE, type Cabling } from '../types.ts';
import { apartCables } from './apartness.ts';
import type { Bundle } from './crowd.ts';
import type { CableWeight, Places, Stretch } from './places.ts';

/** Weights by family, the same object for those that weigh the same. */
export function weightsOf(families: readonly CableFamily[]): CableWeight[] {
  const byFigures = new Map<string, CableWeight>();
  return families.map(({ outerDiameterMm, massGPerM }) => {
    const key = `${outerDiameterMm} ${massGPerM}`;
    const weight = byFigures.get(key) ?? { areaMm2: (Math.PI * outerDiameterMm * outerDiameterMm) / 4, massGPerM };
    byFigures.set(key, weight);
    return weight;
  });
}

/** More than there are courses, so that routes, families and courses make one number. */
const MOST_COURSES = 2 ** 20;

/** Cables by route, family and course, those kept apart one by one, in order of their first cables. */
export function bundlesOf(
  { accesses }: Survey,
  { cables, routes, families, rules }: Cabling,
  places: Places,
  weights: readonly CableWeight[],
  isInPart: (edge: number) => boolean,
): Bundle[] {
  const apartOf = apartCables({ rules });
  const keyOfCourse = new Map<Course, number>();
  const byKey = new Map<number, Bundle & { readonly cables: number[] }>();
  const isMeant = routes.map(({ accessA }) => isInPart(must(accesses[accessA], 'access').segment));
  for (let cable = 0; cable < cables.count; cable += 1) {
    const [route, family] = [cables.route[cable]!, cables.family[cable]!];
    if (route === NONE || isMeant[route] !== true) continue;
    const apart = apartOf.get(cable) ?? null;
    const course = rules?.courseOf(cable) ?? null;
    let row = course === null ? 0 : keyOfCourse.get(course);
    if (row === undefined) keyOfCourse.set(must(course, 'course'), (row = keyOfCourse.size));
    const key = apart === null ? (route * families.length + family) * MOST_COURSES + row : -1 - cable;
    const bundle = byKey.get(key);
    if (bundle !== undefined) bundle.cables.push(cable);
    else {
      const stretches = must(routes[route], 'route').steps.map(({ edge, fromMm, toMm }): Stretch => ({
        edge,
        fromMark: places.markAt(edge, fromMm),
        toMark: places.markAt(edge, toMm),
      }));
      byKey.set(key, {
        cables: [cable],
        stretches,
        weight: must(weights[family], 'weight'),
        apart,
        shut: course === null ? null : places.shutBy(course.shut),
        course,
      });
    }
  }
  return [...byKey.values()];
}
