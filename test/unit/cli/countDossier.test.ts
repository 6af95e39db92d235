/** Parts of the figures of a takeoff, as `explain` lists them: they add up to the figure, and what is unknown is counted apart. */
import { describe, expect, it } from 'vitest';
import { countDossier } from '../../../electron/cli/countDossier.ts';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { generateSuperpod } from '../../../shared/templates/superpod/superpod.ts';

const made = generateSuperpod(loadCatalog(), { su: 1 });
if (!made.ok) throw new Error(made.error.message);
const derived = derive(made.value);
const { takeoff } = derived;

function rowsOf(figure: string): readonly (readonly string[])[] {
  const dossier = countDossier(derived, figure);
  if (dossier === null) throw new Error(`no figure ${figure}`);
  return dossier.parts.flatMap(({ rows }) => rows);
}

const number = (text = ''): number => (text === 'unknown' ? 0 : Number(text.replaceAll(/[^\d.]/gu, '')));
const sumOf = (figure: string, column: number): number => rowsOf(figure).reduce((sum, row) => sum + number(row[column]), 0);

describe('a count, derived', () => {
  it.each([
    ['required', 2, takeoff.cables.requiredMm / 1000],
    ['ordered', 2, takeoff.cables.orderedMm / 1000],
    ['required', 1, takeoff.cables.count],
    ['fibers', 3, takeoff.fibers.count],
    ['cages', 1, takeoff.cages.count],
    ['transceivers', 1, takeoff.transceivers.reduce((sum, { count }) => sum + count, 0)],
    ['devices', 1, takeoff.devices.count],
    ['cabinets', 1, takeoff.cabinets.count],
  ])('%s adds up (column %i)', (figure, column, total) => {
    expect(total).toBeGreaterThan(0);
    expect(sumOf(figure, column)).toBeCloseTo(total, 6);
  });

  it('power adds up device by device, and names what no maker tells', () => {
    const rows = rowsOf('power');
    expect(rows.reduce((sum, row) => sum + number(row[1]) * number(row[2]), 0)).toBe(takeoff.powerW.known);
    const unknown = rows.filter((row) => row[2] === 'unknown');
    expect(unknown.reduce((sum, row) => sum + number(row[1]), 0)).toBe(takeoff.powerW.unknownDevices);
    expect(takeoff.powerW.unknownDevices).toBeGreaterThan(0);
  });

  it('holds no fiber in copper, and does not know those of sealed cables', () => {
    const known = new Map(rowsOf('fibers').map((row) => [row[0], row[3]]));
    expect(known.get('Cat5e patch cord')).toBe('0');
    expect(known.get('Active optical QSFP28 100G')).toBe('unknown');
  });

  it('is nothing of another name', () => {
    expect(countDossier(derived, 'nope')).toBeNull();
  });
});
