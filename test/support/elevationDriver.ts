/** Drives the elevation over plain objects: presses, moves and releases at devices, units and ports, and keys. The engine is the real one. */
import { partsFor } from '../../renderer/panels/partCatalog.ts';
import { createElevationHost, type ElevationHost } from '../../renderer/elevation/elevationHost.ts';
import { portMiddle, unitTopY, type CabinetFrame } from '../../renderer/elevation/elevationLayout.ts';
import { portIndex } from '../../renderer/elevation/connectPorts.ts';
import { createDerivedStore } from '../../renderer/state/derivedStore.ts';
import { createPlanStore, type PlanStore } from '../../renderer/state/planStore.ts';
import { createSessionStore, type SessionStore } from '../../renderer/state/sessionStore.ts';
import type { Modifiers } from '../../renderer/tools/tool.ts';
import { must } from '../../shared/assert.ts';
import type { Side } from '../../shared/catalog/types.ts';
import { portsOfDevices } from '../../shared/engine/devicePorts.ts';
import { derive } from '../../shared/engine/engine.ts';
import { buildScene } from '../../shared/engine/scene.ts';
import type { Device, Plan } from '../../shared/plan/types.ts';
import { RACK_UNIT_MM } from '../../shared/plan/units.ts';
import { SeededRandom } from './random.ts';

const NO_KEYS: Modifiers = { shift: false, alt: false, ctrl: false };

export class ElevationDriver {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly host: ElevationHost;
  private readonly derived = createDerivedStore();
  private readonly random = new SeededRandom(1);
  private at = { xPx: 0, yPx: 0 };

  /** At 2 px per mm, so that every port is large enough to be pointed at. */
  constructor(plan: Plan, cabinets: readonly string[]) {
    this.plan = createPlanStore(plan);
    this.session = createSessionStore();
    this.host = createElevationHost({
      plan: this.plan,
      session: this.session,
      derived: this.derived,
      partsFor,
      engine: { portsOf: (ids) => Promise.resolve(portsOfDevices(derive(this.now()), ids)) },
      randomBytes: (count) => Uint8Array.from({ length: count }, () => this.random.between(0, 255)),
    });
    this.host.store.setState({ pxPerMm: 2, viewport: { widthPx: 1e6, heightPx: 1e6 } });
    const [hall = null] = plan.halls.keys();
    this.session.setState({ hall, mode: 'elevation', selection: cabinets.map((id) => ({ kind: 'cabinet', id })) });
  }

  now(): Plan {
    return this.plan.getState().plan;
  }

  device(id: string): Device {
    return must(this.now().devices.get(id), id);
  }

  /** The engine has told what is plugged in, as after every change. */
  async settle(): Promise<this> {
    this.derived.setState({ scene: buildScene(derive(this.now())) });
    await Promise.resolve();
    await Promise.resolve();
    return this;
  }

  /** A place on a side of a cabinet, in the left tenth of the devices, where no port is. */
  unit(cabinet: string, unit: number, side: Side = 'front'): readonly [x: number, y: number] {
    const layout = this.host.layout();
    const frame = this.frame(cabinet);
    const face = must(
      frame.faces.find((one) => one.side === side),
      side,
    );
    const middleY = unitTopY(layout, frame, unit) + (RACK_UNIT_MM * layout.pxPerMm) / 2;
    return [face.x + ((frame.model.widthMm - 480) / 2 + 8) * layout.pxPerMm, middleY];
  }

  port(device: string, name: string): readonly [x: number, y: number] {
    const middle = must(portMiddle(this.host.layout(), device, must(portIndex(this.now(), device, name), name)), `${device}:${name}`);
    return [middle.x, middle.y];
  }

  down([xPx, yPx]: readonly [number, number], keys: Partial<Modifiers> = {}): this {
    this.at = { xPx, yPx };
    this.host.pointerMove({ ...this.at, ...NO_KEYS, ...keys });
    this.host.pointerDown({ ...this.at, ...NO_KEYS, ...keys });
    return this;
  }

  move([xPx, yPx]: readonly [number, number], keys: Partial<Modifiers> = {}): this {
    this.at = { xPx, yPx };
    this.host.pointerMove({ ...this.at, ...NO_KEYS, ...keys });
    return this;
  }

  up(keys: Partial<Modifiers> = {}): this {
    this.host.pointerUp({ ...this.at, ...NO_KEYS, ...keys });
    return this;
  }

  click(place: readonly [number, number], keys: Partial<Modifiers> = {}): this {
    return this.down(place, keys).up(keys);
  }

  doubleClick(place: readonly [number, number], keys: Partial<Modifiers> = {}): this {
    this.click(place, keys).click(place, keys);
    this.host.doubleClick({ ...this.at, ...NO_KEYS, ...keys });
    return this;
  }

  key(key: string, keys: Partial<Modifiers> = {}): boolean {
    return this.host.key({ key, ...NO_KEYS, ...keys });
  }

  selected(): string[] {
    return this.session.getState().selection.map(({ kind, id }) => `${kind} ${id}`);
  }

  notice(): string | null {
    return this.session.getState().notice?.text ?? null;
  }

  problem(): string | null {
    return this.session.getState().preview?.problem ?? null;
  }

  steps(): string[] {
    return this.plan.getState().past.map(({ label }) => label);
  }

  private frame(cabinet: string): CabinetFrame {
    return must(
      this.host.layout().cabinets.find((one) => one.cabinet.id === cabinet),
      cabinet,
    );
  }
}
