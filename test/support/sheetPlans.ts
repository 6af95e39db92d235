/** Plans that show what sheets must draw: an L-shaped hall with doors and obstacles, rows face to face, two levels of trays, links. */
import type { Plan, PointMm } from '../../shared/plan/types.ts';
import { PlanBuilder, rectangle } from './planBuilder.ts';

/** Corners of the L, clockwise from above; the missing quarter is at the south-east. */
export const L_OUTLINE: readonly PointMm[] = [
  [0, 0],
  [12_000, 0],
  [12_000, 6000],
  [7000, 6000],
  [7000, 9000],
  [0, 9000],
];

export const TITLE_BLOCK = { project: 'Halden 1', client: 'Norden Compute', author: 'M. Ruiz', revision: 'B', date: '2026-03-14' };

/** Two rows of cabinets with fronts towards a cold aisle, servers left and switches right, one tray over each row and one across. */
export function smallHall(name = 'Small hall', columns = 8): Plan {
  const builder = new PlanBuilder()
    .withSettings({ titleBlock: TITLE_BLOCK })
    .hall('H', { name: 'Hall 1', outline: L_OUTLINE })
    .door('D1', { name: 'D1', edge: 0, offsetMm: 9000, swing: 'out' })
    .door('D2', { name: 'D2', edge: 5, offsetMm: 3000, clearWidthMm: 1000, leaves: 1, swing: 'in', delivery: false })
    .obstacle('K1', rectangle(5500, 2400, 400, 400), { name: 'K1' })
    .obstacle('K2', rectangle(500, 7000, 3000, 1500), { name: 'Chiller zone', kind: 'keep-out' })
    .obstacle('K3', rectangle(4500, 7200, 1600, 900), { name: 'PDU', kind: 'equipment' });
  for (const [row, y, rotationDeg] of [
    ['A', 900, 180],
    ['B', 3300, 0],
  ] as const) {
    for (let column = 1; column <= columns; column += 1) {
      const id = `${row}${String(column).padStart(2, '0')}`;
      builder.cabinet(id, 600 + column * 600, y, { row, rotationDeg, openSides: true });
      const isNetwork = column > columns - 2;
      for (let i = 0; i < (isNetwork ? 2 : 3); i += 1) {
        const device = `${id}-${isNetwork ? 'sw' : 'n'}${i + 1}`;
        builder.device(
          device,
          id,
          isNetwork ? 38 + i * 2 : 3 + i * 4,
          isNetwork ? { type: 'test/switch', face: 'rear', role: 'leaf' } : { role: 'node' },
        );
      }
    }
    const trayY = row === 'A' ? 1100 : 4300;
    builder.junction(`${row}-w`, 1000, trayY).junction(`${row}-e`, 1000 + columns * 600 + 400, trayY);
    builder.segment(`tray-${row}`, `${row}-w`, `${row}-e`, { name: `Tray ${row}`, elevationMm: 2500 });
  }
  builder.segment('tray-x', 'A-e', 'B-e', { name: 'Cross', elevationMm: 2800, widthMm: 450, kind: 'ladder', acceptsDrops: false });
  let link = 0;
  for (const row of ['A', 'B'] as const) {
    for (let column = 1; column <= columns - 2; column += 1) {
      for (let i = 0; i < 3; i += 1) {
        const far = link % 2 === 0 ? 'A' : 'B';
        const cabinet = `${far}${String(columns - (column % 2)).padStart(2, '0')}`;
        const port = `${(Math.floor(link / 4) % 16) + 1}/${(Math.floor(link / 2) % 2) + 1}`;
        builder.link(
          `L${String(link).padStart(3, '0')}`,
          `${row}${String(column).padStart(2, '0')}-n${i + 1}:p1`,
          `${cabinet}-sw${(i % 2) + 1}:${port}`,
        );
        link += 1;
      }
    }
  }
  return { ...builder.build(), name };
}
