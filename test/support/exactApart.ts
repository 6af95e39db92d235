/**
 * The exact answer to how links can be kept apart: an integer program with a unit of flow for each cable over the pieces of the
 * pathways, each piece and each opening that is kept apart holding one, and HiGHS finds the least total length. It shares nothing with
 * the engine but the survey and the ways inside cabinets.
 */
import loadHighs, { type Highs } from 'highs';
import type { Derived } from '../../shared/engine/engine.ts';
import { isOpenTo, oracleExits, oraclePieces, type OracleExit } from './pieceOracle.ts';

let highs: Highs | null = null;

interface Column {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly lengthMm: number;
  /** What no two cables may use: a piece, an opening. */
  readonly sharing: string | null;
}

/** Least total of the paths of cables (one of each link) that share nothing; null when there is no such set. */
export async function exactApartMm(derived: Derived, cables: readonly number[]): Promise<number | null> {
  const split = splitCabinets(derived, cables);
  const columns = cables.map((cable, unit) => columnsOf(derived, cable, unit, split));
  const sharings = new Map<string, string[]>();
  for (const column of columns.flat()) {
    if (column.sharing !== null) sharings.set(column.sharing, [...(sharings.get(column.sharing) ?? []), column.name]);
  }
  const rows = columns.flatMap((own, unit) => conservation(own, unit));
  for (const [at, names] of [...sharings.values()].entries()) rows.push(` s${at}: ${names.join(' + ')} <= 1`);
  const objective = columns.flat().map(({ name, lengthMm }) => `${lengthMm} ${name}`);
  const all = columns.flat().map(({ name }) => ` ${name}`);
  highs ??= await loadHighs();
  const solution = highs.solve(`Minimize\n obj: ${objective.join(' + ')}\nSubject To\n${rows.join('\n')}\nBinary\n${all.join('\n')}\nEnd`);
  if (solution.Status === 'Infeasible') return null;
  if (solution.Status !== 'Optimal') throw new Error(`the program was not solved: ${solution.Status}`);
  return Math.round(solution.ObjectiveValue);
}

/** Cabinets with as many openings onto pathways as cables of the set end there, where two or more do. */
function splitCabinets(derived: Derived, cables: readonly number[]): ReadonlySet<number> {
  const ends = new Map<number, { count: number; openings: Set<string> }>();
  for (const cable of cables) {
    for (const end of ['a', 'b'] as const) {
      const exits = oracleExits(derived, cable, end);
      for (const { cabinet } of exits.slice(0, 1)) {
        const known = ends.get(cabinet) ?? { count: 0, openings: new Set(exits.map(({ opening }) => opening)) };
        ends.set(cabinet, { ...known, count: known.count + 1 });
      }
    }
  }
  return new Set([...ends].filter(([, { count, openings }]) => count > 1 && openings.size >= count).map(([cabinet]) => cabinet));
}

function columnsOf(derived: Derived, cable: number, unit: number, split: ReadonlySet<number>): Column[] {
  const isOpen = isOpenTo(derived, cable);
  const columns: Omit<Column, 'name'>[] = [];
  for (const { from, to, lengthMm, edge, fromMm, toMm } of oraclePieces(derived)) {
    if (!isOpen(edge, fromMm, toMm)) continue;
    const sharing = lengthMm === 0 ? null : `${edge} ${fromMm}`;
    columns.push({ from, to, lengthMm, sharing }, { from: to, to: from, lengthMm, sharing });
  }
  const usable = ({ segment, alongMm }: OracleExit): boolean => isOpen(segment, alongMm, alongMm);
  const sharingOf = ({ cabinet, opening }: OracleExit): string | null => (split.has(cabinet) ? opening : null);
  for (const exit of oracleExits(derived, cable, 'a').filter(usable)) {
    columns.push({ from: 'start', to: exit.vertex, lengthMm: exit.insideMm, sharing: sharingOf(exit) });
  }
  for (const exit of oracleExits(derived, cable, 'b').filter(usable)) {
    columns.push({ from: exit.vertex, to: 'finish', lengthMm: exit.insideMm, sharing: sharingOf(exit) });
  }
  return columns.map((column, at) => ({ ...column, name: `x${unit}_${at}` }));
}

/** One unit leaves the start and reaches the finish; what comes to any other place goes on. */
function conservation(columns: readonly Column[], unit: number): string[] {
  const vertices = [...new Set(columns.flatMap(({ from, to }) => [from, to]))].sort();
  return ['start', 'finish', ...vertices.filter((vertex) => vertex !== 'start' && vertex !== 'finish')].map((vertex, at) => {
    const out = columns.filter(({ from }) => from === vertex).map(({ name }) => `+ ${name}`);
    const into = columns.filter(({ to }) => to === vertex).map(({ name }) => `- ${name}`);
    const sum = [...out, ...into].join(' ');
    // A cable that may set out nowhere makes the program infeasible.
    const amount = vertex === 'start' ? 1 : vertex === 'finish' ? -1 : 0;
    return ` c${unit}_${at}: ${sum === '' ? `0 x${unit}_0` : sum} = ${amount}`;
  });
}
