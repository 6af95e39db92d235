/**
 * Figures while room is still sought in full pathways: what stands so far, so that a hand that moves something sees figures at
 * once. Not what the plan will give: whoever shows them says that they are not settled.
 */
import type { Cabling } from '../cabling/types.ts';
import type { CablingUnderWay } from '../cabling/cableAll.ts';
import type { Finding } from '../checks/types.ts';
import type { Derived } from './engine.ts';

export interface Interim {
  readonly derived: Derived;
  /** Ids of the segments in which room is sought. */
  readonly solving: readonly string[];
}

/** What only the second phase can tell. */
const CAPACITY_CODES: readonly string[] = ['cable.no-room', 'pathway.over-fill', 'pathway.overweight', 'pathway.high-fill'];

/** `rest` works out what follows from a cabling. Findings about room in the open segments stay as they were. */
export function interimOf(underWay: CablingUnderWay, rest: (cabling: Cabling) => Derived, previous: Derived | undefined): Interim {
  const derived = rest(underWay.soFar());
  const solving = derived.survey.network.segments.filter((_, row) => underWay.isOpen(row)).map(({ id }) => id);
  const open = new Set(solving);
  const isOpen = ({ code, ids }: Finding): boolean => CAPACITY_CODES.includes(code) && ids.some((id) => open.has(id));
  const findings = [...derived.findings.filter((finding) => !isOpen(finding)), ...(previous?.findings ?? []).filter(isOpen)];
  return { derived: { ...derived, findings: findings.sort((a, b) => rankOf(a) - rankOf(b)) }, solving };
}

function rankOf({ severity }: Finding): number {
  return severity === 'error' ? 0 : 1;
}
