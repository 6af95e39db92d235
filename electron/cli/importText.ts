/** What `raceway import` tells: what was drawn, what was left unread, and every line that is wrong. */
import type { TableAnswer } from '../../shared/engine/tableAnswer.ts';
import { tierCountsOf } from '../../shared/fabrics/fabricRule.ts';
import type { Fabric, Plan } from '../../shared/plan/types.ts';
import { alignedTable, left, right } from './alignedTable.ts';

interface DrawnFabric {
  readonly id: string;
  readonly name: string;
  readonly links: number;
  readonly cables: number;
}

interface Drawn {
  readonly fabrics: readonly DrawnFabric[];
  readonly handLinks: number;
}

function drawnIn(before: Plan, after: Plan): Drawn {
  const fabrics = [...after.fabrics.values()].filter(({ id }) => !before.fabrics.has(id)).map(countsOf);
  return { fabrics, handLinks: after.links.size - before.links.size };
}

function countsOf({ id, name, rule }: Fabric): DrawnFabric {
  const tiers = tierCountsOf(rule);
  return {
    id,
    name,
    links: tiers.reduce((sum, { links }) => sum + links, 0),
    cables: tiers.reduce((sum, { cables }) => sum + cables, 0),
  };
}

/** For people. */
export function importText(before: Plan, after: Plan, { notes }: TableAnswer): string {
  const { fabrics, handLinks } = drawnIn(before, after);
  const rows = fabrics.map(({ name, links, cables }) => [name, String(links), String(cables)]);
  if (handLinks > 0) rows.push(['Drawn by hand', String(handLinks), '']);
  const table = rows.length === 0 ? 'Nothing to draw.\n' : alignedTable([left('Fabric'), right('Links'), right('Cables')], rows);
  return `${table}${notes.length === 0 ? '' : '\n'}${notes.map((note) => `${note}.\n`).join('')}`;
}

/** For programs. */
export function importJson(before: Plan, after: Plan, { links, cables, notes }: TableAnswer): string {
  return `${JSON.stringify({ links, cables, ...drawnIn(before, after), notes }, null, 2)}\n`;
}

/** Every line that is wrong, with what would be right. */
export function faultLines({ lines }: TableAnswer, asJson: boolean): string {
  const wrong = lines.flatMap(({ line, from, to, fault }) => (fault === null ? [] : [{ line, from, to, ...fault }]));
  if (asJson) return `${JSON.stringify({ wrong }, null, 2)}\n`;
  return wrong.map(({ line, message, remedy }) => `line ${line}: ${message}; ${remedy}\n`).join('');
}
