/** What the panels dialog chooses from: panels with their free ports, which are nearest, which way round a link runs. Pure. */
import { crossingOf } from '../../shared/catalog/panels.ts';
import type { CableFamily, PanelModule, PanelPass } from '../../shared/catalog/types.ts';
import { choosePanelCables, type PanelChoices } from '../../shared/channels/choosePanelCables.ts';
import { freeFrontPorts, seatLinks } from '../../shared/commands/panelSeats.ts';
import { freeShuffles } from '../../shared/commands/shufflePanels.ts';
import type { InsertPanels } from '../../shared/commands/panels.ts';
import type { ChosenLink } from '../../shared/engine/linkChoice.ts';
import { compareNames } from '../../shared/plan/compareNames.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { countText } from '../ui/quantities.ts';
import { partsFor } from '../panels/partCatalog.ts';

export interface PanelOption {
  readonly id: string;
  /** `B11 · U40 · panel1, 36 free` */
  readonly label: string;
  readonly free: readonly string[];
  /** What leads through it, in words: adapters with how they hold their keys, a cassette, a shuffle. */
  readonly inside: string;
  /** It deals the lanes of each plug to several behind. */
  readonly isShuffle: boolean;
}

/** Every panel of the plan, by cabinet and unit. */
export function panelOptions(plan: Plan): readonly PanelOption[] {
  return [...plan.devices.values()]
    .filter(({ type }) => (plan.catalog.deviceTypes.get(type)?.passes ?? []).length > 0)
    .map(({ id, name, cabinet, positionU, type }) => {
      const free = freeFrontPorts(plan, id);
      const passes = plan.catalog.deviceTypes.get(type)?.passes ?? [];
      const shuffles = freeShuffles(plan, id);
      const isShuffle = shuffles !== null;
      const inside = passes.map(insideText)[0] ?? '';
      return {
        id,
        label: `${placeText(plan, cabinet)} · U${positionU} · ${name}, ${isShuffle ? `${shuffles.free} of ${countText(shuffles.count, 'shuffle')} free` : `${free.length} free`}`,
        free,
        inside,
        isShuffle,
      };
    })
    .sort((one, other) => compareNames(one.label, other.label));
}

/** `B11`, with its hall where there are several. */
function placeText({ cabinets, halls }: Plan, id: string): string {
  const cabinet = cabinets.get(id);
  if (cabinet === undefined || halls.size < 2) return cabinet?.name ?? id;
  return `${halls.get(cabinet.hall)?.name ?? cabinet.hall} · ${cabinet.name}`;
}

function insideText({ keying, module }: PanelPass): string {
  if (module !== undefined) return moduleText(module);
  return keying === null ? 'Adapters' : `Adapters, ${keying} key`;
}

function moduleText({ endA, endB, shuffle, polarity }: PanelModule): string {
  const kind = shuffle === true ? 'Shuffle' : 'Cassette';
  return `${kind}: ${endA.legs} × ${endA.connector} behind, ${endB.legs} × ${endB.connector} in front${polarity === null ? '' : `, type ${polarity}`}`;
}

/** The panels that lie nearest to the two ends of the first link, with room; null where there are no two. */
export function nearestPanels(plan: Plan, links: readonly ChosenLink[], options: readonly PanelOption[]): readonly [string, string] | null {
  const [first] = links;
  if (first === undefined) return null;
  const nearest = (device: string, without: string | null): string | null => {
    const withRoom = options.filter(({ id, free }) => id !== without && free.length > 0);
    return (
      withRoom.reduce<{ id: string; mm: number } | null>((best, { id }) => {
        const mm = apartMm(plan, device, id);
        return best === null || mm < best.mm ? { id, mm } : best;
      }, null)?.id ?? null
    );
  };
  const a = nearest(first.a.device, null);
  const b = nearest(first.b.device, a);
  return a === null || b === null ? null : [a, b];
}

/** How far apart two devices' cabinets stand; in different halls farther than in one. */
function apartMm({ devices, cabinets }: Plan, one: string, other: string): number {
  const [a, b] = [one, other].map((id) => cabinets.get(devices.get(id)?.cabinet ?? ''));
  if (a === undefined || b === undefined) return Infinity;
  return Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm) + (a.hall === b.hall ? 0 : 1e9);
}

/** Links whose ends B are nearer to the first panel. */
export function turnedLinks(plan: Plan, links: readonly ChosenLink[], panelA: string, panelB: string): string[] {
  const way = (from: string, to: string): number => apartMm(plan, from, panelA) + apartMm(plan, to, panelB);
  return links.filter(({ a, b }) => way(b.device, a.device) < way(a.device, b.device)).map(({ id }) => id);
}

/** What a person has chosen; null: the first that fits. */
export interface PanelPicks {
  readonly panelA: string | null;
  readonly panelB: string | null;
  readonly startA: string | null;
  readonly startB: string | null;
  readonly trunk: string | null;
  readonly jumperA: string | null;
  readonly jumperB: string | null;
  /** Of a shuffle: which ends are plugged in in front. */
  readonly inFront: 'a' | 'b';
}

/** Arguments of the command without ids, and how many new trunks it needs. */
export type PanelArgs = Omit<InsertPanels, 'trunkIds'> & { readonly newTrunks: number };

/** The families on offer for two panels and the first link. */
export function cableChoices(plan: Plan, links: readonly ChosenLink[], picks: PanelPicks): PanelChoices | null {
  const [first] = links;
  if (first === undefined || picks.panelA === null || picks.panelB === null) return null;
  const parts = partsFor(plan);
  const isTurned = turnedLinks(plan, [first], picks.panelA, picks.panelB).length > 0;
  const optics = [first.parts.transceiverA, first.parts.transceiverB].map((id) =>
    id === null ? null : (parts.transceivers.get(id) ?? null),
  );
  const [opticA, opticB] = isTurned ? optics.reverse() : optics;
  const end = (panel: string, start: string | null, optic: (typeof optics)[number] | undefined) => {
    const type = plan.catalog.deviceTypes.get(plan.devices.get(panel)?.type ?? '');
    const port = start ?? freeFrontPorts(plan, panel)[0];
    return type === undefined || port === undefined || crossingOf(type, port) === null ? null : { optic: optic ?? null, panel: type, port };
  };
  const [a, b] = [end(picks.panelA, picks.startA, opticA), end(picks.panelB, picks.startB, opticB)];
  return a === null || b === null ? null : choosePanelCables(usualFirst(plan, parts.cableFamilies, first), a, b);
}

/** Families of the catalog: the link's own first, then those that the plan holds. */
export function usualFirst({ catalog }: Plan, families: ReadonlyMap<string, CableFamily>, { parts }: ChosenLink): CableFamily[] {
  const place = ({ id }: CableFamily): number => (id === parts.family ? 0 : catalog.cableFamilies.has(id) ? 1 : 2);
  return [...families.values()].sort((one, other) => place(one) - place(other));
}

/** The command's arguments without ids, and how many new trunks it needs; or what stands against it. */
export function panelArgs(
  plan: Plan,
  links: readonly ChosenLink[],
  picks: PanelPicks,
  choices: PanelChoices | null,
): Result<PanelArgs, string> {
  const { panelA, panelB } = picks;
  if (links.length === 0) return fail('Choose links first');
  if (panelA === null || panelB === null) return fail('Choose a panel at either end');
  if (panelA === panelB) return fail('Both panels are the same one; choose a panel at either end');
  const shuffle = panelOptions(plan).find(({ id, isShuffle }) => isShuffle && id === panelB);
  if (shuffle !== undefined)
    return fail(
      `${plan.devices.get(shuffle.id)?.name ?? shuffle.id} is a shuffle, which joins both ends by itself; choose it as first panel`,
    );
  const of = (list: PanelChoices['trunks'] | undefined, id: string | null, best: PanelChoices['trunks'][number] | undefined) =>
    list?.find((family) => family.id === id) ?? best;
  const trunk = of(choices?.trunks, picks.trunk, choices?.best?.trunk ?? choices?.trunks[0]);
  const jumperA = of(choices?.jumpersA, picks.jumperA, choices?.best?.jumperA ?? choices?.jumpersA[0]);
  const jumperB = of(choices?.jumpersB, picks.jumperB, choices?.best?.jumperB ?? choices?.jumpersB[0]);
  if (trunk === undefined) return fail('No trunk of the catalog joins these two panels; choose panels with the same ports behind');
  if (jumperA === undefined || jumperB === undefined)
    return fail(
      `No jumper of the catalog joins ${jumperA === undefined ? 'the first' : 'the second'} panel to the optics of ${countText(links.length, 'link')}`,
    );
  const wish = {
    panelA,
    panelB,
    trunk,
    ...(picks.startA === null ? {} : { startA: picks.startA }),
    ...(picks.startB === null ? {} : { startB: picks.startB }),
  };
  const seated = seatLinks(plan, { ...wish, links: links.length });
  if (!seated.ok) return fail(`${seated.error.message}; ${seated.error.remedy}`);
  const ids = links.map(({ id }) => id);
  return ok({ ...wish, links: ids, turned: turnedLinks(plan, links, panelA, panelB), jumperA, jumperB, newTrunks: seated.value.newTrunks });
}
