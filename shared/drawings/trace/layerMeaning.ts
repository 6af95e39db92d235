/** What lines of a drawing are made into, and what the names of layers say of that. */

export type TraceAs = 'hall' | 'wall' | 'column' | 'equipment' | 'keep-out' | 'door';

/** Names after the AIA's and ISO 13567's lists and what offices write, in English, German, French and Spanish; the first that fits holds. */
const MEANINGS: readonly (readonly [RegExp, TraceAs])[] = [
  [/door|glaz-?dr|t(ü|ue)r|porte|puerta/i, 'door'],
  [/col[su]|pilar|pillar|st(ü|ue)tze|poteau|colum/i, 'column'],
  [/keep|clear|no-?go|restrict|sperr/i, 'keep-out'],
  [/part|prtn|inner|innen|cloison|tabique/i, 'wall'],
  [/wall|wand|w(ä|ae)nde|mur|pared|muro|outline|room/i, 'hall'],
  [/eq(ui|p)|mech|hvac|crah|crac|cool|fan/i, 'equipment'],
];

/** What a layer's lines most likely are; null: its name says nothing. */
export function meaningOfLayer(name: string): TraceAs | null {
  return MEANINGS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
