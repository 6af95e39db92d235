/** A table of links judged against what stands in the plan: who holds a port is known by the cabling alone. */
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import type { PartsCatalog } from '../checks/fittingParts.ts';
import { judgeTable, type JudgedTable } from '../fabrics/judgeTable.ts';
import type { Derived } from './engine.ts';

/** Judges a text for a new fabric, or in place of one, whose own links hold no port against it. */
export function judgeTableText({ plan, survey, cabling }: Derived, text: string, fabric: string | null, parts: PartsCatalog): JudgedTable {
  const { links, cables, tiers } = cabling;
  const users = new Map<string, number>();
  for (let link = 0; link < links.count; link += 1) {
    const cable = links.cable[link]!;
    if (fabric !== null && tiers[cables.tier[cable]!]?.fabric === fabric) continue;
    for (const [device, port] of [
      [links.aDevice[link]!, links.aPort[link]!],
      [links.bDevice[link]!, links.bPort[link]!],
    ] as const)
      if (port !== NONE) users.set(`${device} ${port}`, cable);
  }
  return judgeTable(text, {
    plan,
    parts,
    fabric: fabric === null ? null : must(plan.fabrics.get(fabric), 'fabric'),
    usedBy: (device, port) => {
      const cable = users.get(`${survey.deviceRow.get(device) ?? NONE} ${port}`);
      return cable === undefined ? null : cabling.cableName(cable);
    },
  });
}
