import { expect, it } from 'vitest';
import { fittingColumns } from '../../../renderer/ui/fittingColumns.ts';

const columns = [
  { key: 'cable', widthPx: 100 },
  { key: 'family', widthPx: 80, spare: 2 },
  { key: 'path', widthPx: 60, spare: 1 },
  { key: 'ordered', widthPx: 70 },
];

function keysAt(widthPx: number): readonly string[] {
  return fittingColumns(columns, widthPx).map(({ key }) => key);
}

it('shows every column that has room, and spares the others in order', () => {
  expect(keysAt(310)).toEqual(['cable', 'family', 'path', 'ordered']);
  expect(keysAt(309)).toEqual(['cable', 'family', 'ordered']);
  expect(keysAt(249)).toEqual(['cable', 'ordered']);
});

it('never drops a column that cannot be spared, and none before the width is known', () => {
  expect(keysAt(10)).toEqual(['cable', 'ordered']);
  expect(keysAt(0)).toHaveLength(4);
});
