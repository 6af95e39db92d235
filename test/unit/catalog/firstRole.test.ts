import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { firstRole, hostOf } from '../../../shared/catalog/firstRole.ts';

const shipped = [...loadCatalog().deviceTypes.values()];
const byName = (of: (type: (typeof shipped)[number]) => string) => Object.fromEntries(shipped.map((type) => [type.name, of(type)]));

describe('the first guess of a role', () => {
  it('is node for systems, leaf for switches, and the manager of the fabric', () => {
    expect(byName(firstRole)).toEqual({
      'DGX H100': 'node',
      'DGX B200': 'node',
      QM9700: 'leaf',
      SN2201: 'leaf',
      SN4600C: 'leaf',
      SN5600: 'leaf',
      'UFM appliance': 'ufm',
      'Core network hand-off, by others': 'other',
      'Management server': 'other',
      'NFS storage, by others': 'other',
      'Partner storage, by others': 'other',
      'Rack PDU, 2U': 'other',
      'Rack PDU, vertical': 'other',
      'Blanking panel 1U': 'other',
      'Blanking panel 2U': 'other',
      'Blanking panel 4U': 'other',
      'Horizontal cable manager 1U': 'other',
      'Horizontal cable manager 2U': 'other',
      'Vertical cable manager, beside the rails': 'other',
      'Management switch 1U, half width, 16 ports': 'leaf',
      'Patch panel 1U, 36 MPO-12, opposed key': 'panel',
      'Patch panel 1U, 36 MPO-12, aligned key': 'panel',
      'Patch panel 1U, 48 LC duplex': 'panel',
      'Patch panel 1U, 12 cassettes MPO-12 to 4 LC duplex, single-mode': 'panel',
      'Patch panel 1U, 9 shuffles 4 × 4 MPO-12, single-mode': 'panel',
    });
  });

  it('goes by ports: of a type with none that tell, it is other', () => {
    expect(firstRole({ name: 'Shelf', ports: [] })).toBe('other');
  });

  it('tells whose cages take which optics', () => {
    expect(byName(hostOf)).toMatchObject({ QM9700: 'switch', 'DGX B200': 'system', 'UFM appliance': 'system' });
  });
});
