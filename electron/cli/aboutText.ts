/** The things that a finding is about, by name, where its message does not name them all. */
import type { Finding } from '../../shared/checks/types.ts';
import type { Derived } from '../../shared/engine/engine.ts';

/** More are counted; `--json` has the ids of all. */
const MOST_NAMED = 8;

/** `c1, c2 and 7 more`, less what the message names; null where it names all. */
export function aboutText({ plan, cabling }: Derived, { ids, message }: Pick<Finding, 'ids' | 'message'>): string | null {
  const throughPanels = new Set(cabling.channels.map(({ link }) => link.id));
  const nameOf = (id: string): string => {
    if (throughPanels.has(id)) return cabling.linkName(id);
    const cable = cabling.findCable(id);
    if (cable !== null) return cabling.cableName(cable);
    return (plan.cabinets.get(id) ?? plan.devices.get(id) ?? plan.segments.get(id) ?? plan.obstacles.get(id))?.name ?? id;
  };
  const unnamed = [...new Set(ids.map(nameOf))].filter((name) => !isNamedIn(message, name));
  if (unnamed.length === 0) return null;
  const more = unnamed.length - MOST_NAMED;
  return `${unnamed.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** As a whole word: cable `t` is not named by `pathway`. */
function isNamedIn(message: string, name: string): boolean {
  const parts = message.split(name);
  return parts.slice(1).some((after, place) => !/[\p{L}\p{N}]$/u.test(parts[place] ?? '') && !/^[\p{L}\p{N}]/u.test(after));
}
