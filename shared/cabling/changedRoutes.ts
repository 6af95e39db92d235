import type { Route } from './types.ts';

interface Compared {
  readonly before: readonly Route[];
  readonly rows: readonly number[];
}

const lastCompared = new WeakMap<readonly Route[], Compared>();

/** Rows of the routes that are other objects than before, ascending; looked for once, asked by every pass that counts along routes. */
export function changedRoutes(routes: readonly Route[], before: readonly Route[]): readonly number[] {
  const known = lastCompared.get(routes);
  if (known?.before === before) return known.rows;
  const rows: number[] = [];
  for (let row = 0; row < routes.length; row += 1) if (routes[row] !== before[row]) rows.push(row);
  // Each holds on to the routes before it: only the last step is kept, else the whole history would be.
  lastCompared.delete(before);
  lastCompared.set(routes, { before, rows });
  return rows;
}
