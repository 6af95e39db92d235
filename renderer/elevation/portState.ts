/** How a port is drawn, and what is said of it. */
import type { Port } from '../../shared/catalog/ports.ts';
import type { DevicePorts, UsedPort } from '../../shared/engine/protocol.ts';
import { numberText } from '../../shared/quantities.ts';

export type PortTone = 'unknown' | 'free' | 'used' | 'fault';

export interface PortLook {
  readonly tone: PortTone;
  /** Share of the ports in the box that are in use. */
  readonly share: number;
  readonly tier: string | null;
  readonly cables: readonly string[];
}

/** Ports that are drawn as one box. */
export function portLook(told: DevicePorts | undefined, ports: readonly number[]): PortLook {
  if (told === undefined) return { tone: 'unknown', share: 0, tier: null, cables: [] };
  const used = told.used.filter(({ port }) => ports.includes(port));
  const [first] = used;
  if (first === undefined) return { tone: 'free', share: 0, tier: null, cables: [] };
  return {
    tone: used.some(({ faults }) => faults.length > 0) ? 'fault' : 'used',
    share: used.length / ports.length,
    tier: first.ends[0]?.tier ?? null,
    cables: used.flatMap(({ ends }) => ends.map(({ cable }) => cable)),
  };
}

/** `OSFP · 400 Gb/s`; what only passes light on, as a panel does, has no speed. */
export function portKindText({ cage, speedGbps }: Port): string {
  return speedGbps === 0 ? cage : `${cage} · ${numberText(speedGbps)} Gb/s`;
}

/** Far ends of a port in use: `B11 · U38 · leaf3 · 24/1`, those of a splitter's legs with a plus. */
export function farText({ ends }: Pick<UsedPort, 'ends'>): string {
  return ends.map(({ far }) => `${far.cabinetName} · U${far.positionU} · ${far.deviceName} · ${far.port}`).join(' + ');
}
