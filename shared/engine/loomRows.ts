/** The table of looms. */
import type { LoomRow } from './loomRow.ts';
import type { Derived } from './engine.ts';
import { loomsOf } from '../looms/looms.ts';
import { cablesThrough } from './cableScope.ts';
import { listSource, type TableSource } from './tableSource.ts';

/** In the order of their first cables; in scope are those with a cable through the things. */
export function loomSource(derived: Derived): TableSource<LoomRow> {
  const { plan } = derived;
  const looms = loomsOf(derived);
  const nameOf = (id: string): string => {
    const cabinet = plan.cabinets.get(id);
    if (cabinet === undefined || plan.halls.size < 2) return cabinet?.name ?? id;
    return `${plan.halls.get(cabinet.hall)?.name ?? cabinet.hall} · ${cabinet.name}`;
  };
  const rows = looms.map(
    ({ id, name, made, breakouts, pull, family, members, fibers, lengthMm, diameterMm, massG, decision }): LoomRow => ({
      kind: 'loom',
      id,
      name,
      made,
      from: nameOf(breakouts[0].cabinet),
      to: nameOf(breakouts[1].cabinet),
      pulledFrom: nameOf(pull.cabinet),
      family: plan.catalog.cableFamilies.get(family)?.name ?? family,
      cables: members.length,
      fibers,
      lengthMm,
      diameterMm,
      massG,
      isDecided: decision !== null,
    }),
  );
  return {
    ...listSource(rows),
    inScope(ids) {
      const through = new Set(cablesThrough(derived, ids));
      return Int32Array.from(looms.flatMap(({ members }, row) => (members.some((cable) => through.has(cable)) ? [row] : [])));
    },
  };
}
