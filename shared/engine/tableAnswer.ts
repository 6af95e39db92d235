/** A table of links judged against what stands in the plan: who holds a port is known by the cabling alone. */
import { must } from '../assert.ts';
import { NONE } from '../cabling/types.ts';
import type { PartsCatalog } from '../checks/fittingParts.ts';
import { judgeTable, type JudgedTable } from '../fabrics/judgeTable.ts';
import { judgeSchedule, type DrawnSchedule, type PortHolder } from '../fabrics/schedule/judgeSchedule.ts';
import { readScheduleLines } from '../fabrics/schedule/scheduleLines.ts';
import type { Derived } from './engine.ts';

/** A table judged: as lines of ends for one fabric, or as a cable schedule with fabrics of its own. */
export interface TableAnswer extends JudgedTable {
  /** What a schedule draws; null for other tables, while a line is wrong, and where all of it stands already. */
  readonly schedule: DrawnSchedule | null;
  readonly isSchedule: boolean;
  readonly notes: readonly string[];
}

/** Judges a text for a new fabric, or in place of one, whose own links hold no port against it. A schedule changes no fabric. */
export function judgeTableText(derived: Derived, text: string, fabric: string | null, parts: PartsCatalog): TableAnswer {
  const { plan, cabling } = derived;
  const schedule = readScheduleLines(text);
  if (schedule !== null) {
    const holderOf = holders(derived, null);
    const { drawn, ...judged } = judgeSchedule(schedule, { plan, parts, holder: holderOf });
    return { ...judged, fabric: null, schedule: drawn, isSchedule: true };
  }
  const holderOf = holders(derived, fabric);
  const judged = judgeTable(text, {
    plan,
    parts,
    fabric: fabric === null ? null : must(plan.fabrics.get(fabric), 'fabric'),
    usedBy: (device, port) => {
      const holder = holderOf(device, port);
      return holder === null ? null : cabling.cableName(holder.cable);
    },
  });
  return { ...judged, schedule: null, isSchedule: false, notes: [] };
}

/** Which cable is in a port, links of one fabric left out of account. */
function holders({ survey, cabling }: Derived, without: string | null): (device: string, port: number) => PortHolder | null {
  const { links, cables, tiers, families } = cabling;
  const users = new Map<string, number>();
  const portsOfCable = new Int32Array(cables.count);
  for (let link = 0; link < links.count; link += 1) {
    const cable = links.cable[link]!;
    if (without !== null && tiers[cables.tier[cable]!]?.fabric === without) continue;
    for (const [device, port] of [
      [links.aDevice[link]!, links.aPort[link]!],
      [links.bDevice[link]!, links.bPort[link]!],
    ] as const) {
      const key = `${device} ${port}`;
      if (port === NONE) continue;
      if (users.get(key) !== cable) portsOfCable[cable]! += 1;
      users.set(key, cable);
    }
  }
  return (device, port) => {
    const cable = users.get(`${survey.deviceRow.get(device) ?? NONE} ${port}`);
    if (cable === undefined) return null;
    const family = must(families[cables.family[cable]!], 'family').id;
    return { name: cabling.cableName(cable), cable, family, ports: portsOfCable[cable]! };
  };
}
