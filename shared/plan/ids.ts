/** Ids for what people make: a short word for the kind and eight random characters, `cab-7f3kq2xd`. */
import type { Plan } from './types.ts';
import type { TableName } from './schema.ts';

/** As many random bytes as asked for; the host's source of chance. */
export type RandomBytes = (count: number) => Uint8Array;

/** Tables whose things people make; what is set on a link has the link's id, a length plan its family's, a file the digest of its bytes. */
export type MadeTable = Exclude<TableName, 'overrides' | 'channels' | 'lengthPlans' | 'drawingFiles'>;

const PREFIXES: Readonly<Record<MadeTable, string>> = {
  halls: 'hall',
  doors: 'door',
  obstacles: 'obs',
  cabinets: 'cab',
  devices: 'dev',
  junctions: 'jct',
  segments: 'seg',
  fabrics: 'fab',
  links: 'link',
  trunks: 'trunk',
  exclusions: 'exc',
  groups: 'grp',
  routeRules: 'rule',
  diversityGroups: 'apart',
  looms: 'loom',
  underlays: 'und',
  dimensions: 'dim',
  views: 'view',
  notes: 'note',
  pods: 'pod',
};

/** Crockford's base 32: no i, l, o, u, which people misread. One character a random byte, without bias. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_CHARS = 8;

/** `count` ids that are new to a table of the plan and differ from each other. */
export function newIds(table: MadeTable, count: number, plan: Plan, randomBytes: RandomBytes): string[] {
  const made = new Set<string>();
  while (made.size < count) {
    const id = randomId(PREFIXES[table], randomBytes);
    if (!plan[table].has(id)) made.add(id);
  }
  return [...made];
}

/** An id that no variant of the plan has. */
export function newVariantId(plan: Plan, randomBytes: RandomBytes): string {
  for (;;) {
    const id = randomId('var', randomBytes);
    if (!plan.variants.has(id) && plan.variant?.id !== id) return id;
  }
}

function randomId(prefix: string, randomBytes: RandomBytes): string {
  const characters = Array.from(randomBytes(RANDOM_CHARS), (byte) => ALPHABET[byte % ALPHABET.length]);
  return `${prefix}-${characters.join('')}`;
}

/** An id that is new to a table of the plan. */
export function newId(table: MadeTable, plan: Plan, randomBytes: RandomBytes): string {
  return newIds(table, 1, plan, randomBytes)[0]!;
}
