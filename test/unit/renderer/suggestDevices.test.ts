import { expect, it } from 'vitest';
import { devicesToName, suggestDevices } from '../../../renderer/elevation/ranges/suggestDevices.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const plan = new PlanBuilder()
  .hall()
  .cabinet('A01', 3000, 3000)
  .cabinet('B01', 9000, 3000)
  .device('leaf2', 'A01', 20, { type: 'test/switch' })
  .device('leaf10', 'A01', 22, { type: 'test/switch' })
  .device('leaf1', 'B01', 20, { type: 'test/switch' })
  .device('spaced', 'B01', 30, { type: 'test/switch', name: 'Top leaf 1' })
  .build();
const all = devicesToName(plan);
const suggested = (text: string, most = 10) => suggestDevices(all, text, most).map(({ name }) => name);

it('offers every device with its cabinet and the count of its ports, in the order of names', () => {
  expect(suggested('')).toEqual(['A01/leaf2', 'A01/leaf10', 'B01/Top leaf 1', 'B01/leaf1']);
  expect(suggested('', 2)).toEqual(['A01/leaf2', 'A01/leaf10']);
  expect(all[0]).toMatchObject({ id: 'leaf2', ports: 32 });
});

it('puts what begins so before what holds it, and takes words in any order', () => {
  expect(suggested('leaf1')).toEqual(['A01/leaf10', 'B01/leaf1']);
  expect(suggested('LEAF')).toEqual(['A01/leaf2', 'A01/leaf10', 'B01/leaf1', 'B01/Top leaf 1']);
  expect(suggested('b01')).toEqual(['B01/Top leaf 1', 'B01/leaf1']);
  expect(suggested('leaf top')).toEqual(['B01/Top leaf 1']);
  expect(suggested('spine')).toEqual([]);
});

it('offers nothing while ports are typed, and goes on where a longer name begins so', () => {
  expect(suggested('leaf1 ')).toEqual([]);
  expect(suggested('B01/leaf1 1-2')).toEqual([]);
  expect(suggested('leaf[1-4] 1-8')).toEqual([]);
  expect(suggested('Top leaf')).toEqual(['B01/Top leaf 1']);
});

it('leaves out what has no ports', () => {
  const bare = { ...plan, catalog: { ...plan.catalog, deviceTypes: new Map() } };
  expect(devicesToName(bare)).toEqual([]);
});
