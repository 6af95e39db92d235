/** A plan's cable schedule written to a file, and read back into the same hall without its links. */
import { drawSchedule } from '../../shared/commands/drawSchedule.ts';
import { runCommand } from '../../shared/commands/history.ts';
import type { PartsCatalog } from '../../shared/checks/fittingParts.ts';
import { derive } from '../../shared/engine/engine.ts';
import { judgeTableText, type TableAnswer } from '../../shared/engine/tableAnswer.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { tableTextOf } from '../../shared/readers/tableFile.ts';
import { cableSchedule } from '../../shared/takeoff/schedule.ts';
import { CSV_BYTE_ORDER_MARK, writeCsv } from '../../shared/writers/csv.ts';
import { writeXlsx } from '../../shared/writers/xlsx.ts';

export type TripFormat = 'CSV' | 'XLSX';

/** The file that `raceway cables` writes. */
export function scheduleFile(plan: Plan, format: TripFormat): Uint8Array {
  const table = cableSchedule(derive(plan));
  return format === 'XLSX' ? writeXlsx([table]) : new TextEncoder().encode(CSV_BYTE_ORDER_MARK + writeCsv(table));
}

/** The hall as it is before anything is connected; what is set on links goes with them. */
export function withoutLinks(plan: Plan): Plan {
  return { ...plan, fabrics: new Map(), links: new Map(), overrides: new Map() };
}

export function judgeFile(file: Uint8Array, into: Plan, parts: PartsCatalog = into.catalog): TableAnswer {
  const text = tableTextOf(file);
  if (!text.ok) throw new Error(text.error.message);
  return judgeTableText(derive(into), text.value, null, parts);
}

/** The plan with what a judged schedule draws in it. */
export function drawnFrom(answer: TableAnswer, into: Plan, parts: PartsCatalog = into.catalog): Plan {
  if (answer.schedule === null) throw new Error(JSON.stringify(answer.lines.filter(({ fault }) => fault !== null).slice(0, 3)));
  const args = {
    ...answer.schedule,
    parts: { cableFamilies: [...parts.cableFamilies.values()], transceivers: [...parts.transceivers.values()] },
  };
  const done = runCommand(into, drawSchedule, args);
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}
