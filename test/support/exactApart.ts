/**
 * The exact answer to how links can be kept apart: an integer program with a unit of flow for each cable over the pieces of the
 * pathways, each piece and each opening that is kept apart holding one, and HiGHS finds the least total length. It shares nothing with
 * the engine but the survey and the ways inside cabinets.
 */
import loadHighs, { type Highs } from 'highs';
import { must } from '../../shared/assert.ts';
import type { Pin } from '../../shared/cabling/rules/courses.ts';
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
  const rows = columns.flatMap((own, unit) => conservation(own, unit));
  const takes: string[] = [];
  const isPinned = (cable: number): boolean => must(derived.cabling.rules, 'rules').courseOf(cable).pins.length > 0;
  // What one cable takes up it may pass twice, as pins may ask: so a place is taken or not, however often.
  columns.forEach((own, unit) => {
    const taken = new Map<string, string>();
    for (const { name, sharing } of own) {
      if (sharing === null) continue;
      if (!isPinned(must(cables[unit], 'cable'))) {
        sharings.set(sharing, [...(sharings.get(sharing) ?? []), name]);
        continue;
      }
      const take = taken.get(sharing) ?? `t${unit}_${taken.size}`;
      taken.set(sharing, take);
      rows.push(` ${name}_${take}: ${name} - ${take} <= 0`);
    }
    for (const [sharing, take] of taken) sharings.set(sharing, [...(sharings.get(sharing) ?? []), take]);
    takes.push(...taken.values());
  });
  for (const [at, names] of [...sharings.values()].entries()) rows.push(` s${at}: ${names.join(' + ')} <= 1`);
  const objective = columns.flat().map(({ name, lengthMm }) => `${lengthMm} ${name}`);
  const all = [...columns.flat().map(({ name }) => name), ...takes].map((name) => ` ${name}`);
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
  const { pins } = must(derived.cabling.rules, 'rules').courseOf(cable);
  const columns: Omit<Column, 'name'>[] = [];
  for (const { from, to, lengthMm, edge, fromMm, toMm } of oraclePieces(derived)) {
    if (!isOpen(edge, fromMm, toMm)) continue;
    const sharing = lengthMm === 0 ? null : `${edge} ${fromMm}`;
    for (let leg = 0; leg <= pins.length; leg += 1) {
      const [here, there] = [`${leg} ${from}`, `${leg} ${to}`];
      columns.push({ from: here, to: there, lengthMm, sharing }, { from: there, to: here, lengthMm, sharing });
    }
    // Over a pinned segment from end to end leads from leg to leg, by the ends of its pieces.
    for (const [leg, pin] of pins.entries()) {
      if (pin.kind !== 'segment' || pin.edge !== edge) continue;
      const whole = derived.survey.network.edgeLengthMm[edge]!;
      const at = (mm: number, direction: 'up' | 'down', vertex: string): string => {
        if (mm === (direction === 'up' ? 0 : whole)) return `${leg} ${vertex}`;
        return mm === (direction === 'up' ? whole : 0) ? `${leg + 1} ${vertex}` : `${leg} ${direction} ${mm}`;
      };
      columns.push({ from: at(fromMm, 'up', from), to: at(toMm, 'up', to), lengthMm, sharing });
      columns.push({ from: at(toMm, 'down', to), to: at(fromMm, 'down', from), lengthMm, sharing });
    }
  }
  for (const [leg, pin] of pins.entries()) {
    if (pin.kind === 'segment') continue;
    for (const vertex of pin.vertices) columns.push({ from: `${leg} v${vertex}`, to: `${leg + 1} v${vertex}`, lengthMm: 0, sharing: null });
  }
  const usable = ({ segment, alongMm }: OracleExit): boolean => isOpen(segment, alongMm, alongMm);
  const sharingOf = ({ cabinet, opening }: OracleExit): string | null => (split.has(cabinet) ? opening : null);
  for (const exit of oracleExits(derived, cable, 'a').filter(usable)) {
    const leg = isOn(pins[0], exit) ? 1 : 0;
    columns.push({ from: 'start', to: `${leg} ${exit.vertex}`, lengthMm: exit.insideMm, sharing: sharingOf(exit) });
  }
  for (const exit of oracleExits(derived, cable, 'b').filter(usable)) {
    const legs = isOn(pins.at(-1), exit) ? [pins.length - 1, pins.length] : [pins.length];
    for (const leg of legs)
      columns.push({ from: `${leg} ${exit.vertex}`, to: 'finish', lengthMm: exit.insideMm, sharing: sharingOf(exit) });
  }
  return columns.map((column, at) => ({ ...column, name: `x${unit}_${at}` }));
}

/** Drops that land on a pinned segment pass it, or end in it. */
function isOn(pin: Pin | undefined, { segment }: OracleExit): boolean {
  return pin?.kind === 'segment' && pin.edge === segment;
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
