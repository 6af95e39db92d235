import { describe, expect, it } from 'vitest';
import { firstName } from '../../../renderer/elevation/firstName.ts';

describe('the name of the first device of a type', () => {
  it.each([
    ['Patch panel 1U, 36 MPO-12, aligned key', 'panel1'],
    ['Management switch 1U, half width, 16 ports', 'switch1'],
    ['Core network hand-off, by others', 'hand-off1'],
    ['Blanking panel 2U', 'Blank 1'],
    ['Rack PDU, vertical', 'Rack PDU 1'],
    ['DGX B200', 'DGX B200 1'],
    ['SN2201', 'SN2201 1'],
    ['switch', 'switch 1'],
    [', odd', 'odd1'],
  ])('%s → %s', (type, name) => expect(firstName(type)).toBe(name));
});
