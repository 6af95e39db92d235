/** What the panels dialog chooses from where the panel is a shuffle: the cables on both of its sides. Pure. */
import { must } from '../../shared/assert.ts';
import { crossingsOf } from '../../shared/catalog/panels.ts';
import { portsOf } from '../../shared/catalog/ports.ts';
import { chooseShuffleCables, type ShuffleChoices } from '../../shared/channels/choosePanelCables.ts';
import type { InsertShuffle } from '../../shared/commands/shufflePanels.ts';
import type { ChosenLink } from '../../shared/engine/linkChoice.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { partsFor } from '../panels/partCatalog.ts';
import { usualFirst, type PanelPicks } from './panelChoice.ts';

/** The families on offer for the shuffle and the first link; null without a link. */
export function shuffleChoices(plan: Plan, links: readonly ChosenLink[], { panelA, inFront }: PanelPicks): ShuffleChoices | null {
  const [first] = links;
  const panel = plan.catalog.deviceTypes.get(plan.devices.get(panelA ?? '')?.type ?? '');
  if (first === undefined || panel === undefined) return null;
  const parts = partsFor(plan);
  const optic = (id: string | null) => (id === null ? null : (parts.transceivers.get(id) ?? null));
  const [a, b] = [optic(first.parts.transceiverA), optic(first.parts.transceiverB)];
  const optics = inFront === 'a' ? { front: a, rear: b } : { front: b, rear: a };
  const [crossing] = [...crossingsOf(panel).values()].filter(({ module }) => module?.of.shuffle === true);
  if (crossing === undefined) return null;
  const { name: port } = must(portsOf(panel)[crossing.front], 'port');
  return chooseShuffleCables(usualFirst(plan, parts.cableFamilies, first), { panel, port }, optics);
}

/** The command's arguments, or what stands against it. */
export function shuffleArgs(
  links: readonly ChosenLink[],
  { panelA, inFront, jumperA, jumperB }: PanelPicks,
  choices: ShuffleChoices | null,
): Result<InsertShuffle, string> {
  if (links.length === 0) return fail('Choose links first');
  if (panelA === null) return fail('Choose a panel');
  const of = (families: ShuffleChoices['fronts'] | undefined, id: string | null) => families?.find((family) => family.id === id);
  const front = of(choices?.fronts, jumperA) ?? choices?.best?.front ?? choices?.fronts[0];
  const rear = of(choices?.rears, jumperB) ?? choices?.best?.rear ?? choices?.rears[0];
  if (front === undefined || rear === undefined)
    return fail(
      `No cable of the catalog joins the optics to the shuffle ${front === undefined ? 'in front' : 'behind'}; choose a panel of their connector and fiber`,
    );
  return ok({ links: links.map(({ id, a, b }) => ({ id, a, b })), panel: panelA, inFront, front, rear });
}
