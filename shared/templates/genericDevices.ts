/** Generic nodes and switches, sized to fit a fabric's parameters. Every figure is an assumption. */
import type { DeviceType } from '../catalog/types.ts';

const PORT_WIDTH_MM = 24.5;
const PORT_HEIGHT_MM = 17.5;

/** A 4U server with one 400 Gb/s port for each rail, two to a cage, on its rear. */
export function genericNode(rails: number): DeviceType {
  const cages = Math.ceil(rails / 2);
  const columns = Math.min(cages, 16);
  return {
    ...identity(`generic/node-${rails}`, `Node, ${rails} rails`),
    sources: {
      heightU: 'assumption: 4U, a common height of a server with eight accelerators and air cooling at most',
      widthMm: 'assumption: 19-inch chassis',
      depthMm: 'assumption: 900 mm, as deep as the DGX systems',
      massG: 'assumption: 60 kg',
      ports: `assumption: ${cages} twin-port OSFP cages on the rear, one port for each of ${rails} rails`,
    },
    heightU: 4,
    widthMm: 482,
    depthMm: 900,
    massG: 60_000,
    maxPowerW: null,
    typicalPowerW: null,
    supplies: null,
    ports: [
      {
        id: 'compute',
        face: 'rear',
        cage: 'OSFP',
        cages,
        portsPerCage: 2,
        speedGbps: 400,
        namePattern: 'osfp{cage}/{port}',
        xMm: Math.max(30, 241 - ((columns - 1) * PORT_WIDTH_MM) / 2),
        yMm: 120,
        pitchXMm: PORT_WIDTH_MM,
        pitchYMm: PORT_HEIGHT_MM,
        rows: Math.ceil(cages / columns),
      },
    ],
  };
}

/** A switch with twin-port cages on its front, 32 cages to each rack unit. */
export function genericSwitch(ports: number): DeviceType {
  const cages = Math.ceil(ports / 2);
  const heightU = Math.ceil(cages / 32);
  return {
    ...identity(`generic/switch-${ports}`, `Switch, ${ports} ports`),
    sources: {
      heightU: 'assumption: 32 cages to a rack unit, as on a QM9700',
      widthMm: 'assumption: 19-inch chassis between the rails',
      depthMm: 'assumption: 660 mm, as deep as a QM9700',
      massG: 'assumption: 15 kg for each rack unit, as a QM9700',
      ports: `assumption: ${cages} twin-port OSFP cages on the front`,
    },
    heightU,
    widthMm: 438,
    depthMm: 660,
    massG: heightU * 15_000,
    maxPowerW: null,
    typicalPowerW: null,
    supplies: null,
    ports: [
      {
        id: 'switch',
        face: 'front',
        cage: 'OSFP',
        cages,
        portsPerCage: 2,
        speedGbps: 400,
        namePattern: '{cage}/{port}',
        xMm: 26,
        yMm: 31 + (heightU - 1) * 44.45,
        pitchXMm: PORT_WIDTH_MM,
        pitchYMm: PORT_HEIGHT_MM,
        rows: Math.min(cages, 2 * heightU),
      },
    ],
  };
}

function identity(id: string, name: string): Pick<DeviceType, 'id' | 'version' | 'name' | 'manufacturer' | 'sku' | 'price'> {
  return { id, version: 1, name, manufacturer: null, sku: null, price: null };
}
