/** How cables are bound where the plan does not say, and what a family allows. */
import type { CableFamily } from '../catalog/types.ts';
import type { LoomMake, LoomSettings, Plan } from '../plan/types.ts';

/** All assumptions: two dozen jumpers to a loom, made to the tenth of a metre, legs to 5 cm, a fifth more across than without room between. */
export const USUAL_LOOMS: LoomSettings = {
  namePattern: '{a}-{b}-{n}',
  mostMembers: 24,
  stepMm: 100,
  legStepMm: 50,
  bundlingPct: 120,
  makeByTier: {},
};

export function loomSettings({ settings }: Pick<Plan, 'settings'>): LoomSettings {
  return settings.looms ?? USUAL_LOOMS;
}

/** Copper and active optical cables come with their plugs on, at the lengths that are stocked: nobody makes them to length. */
export function canBeMade({ medium, supply }: Pick<CableFamily, 'medium' | 'supply'>): boolean {
  return supply.kind === 'made-to-order' || medium === 'multimode' || medium === 'singlemode';
}

/** What becomes of the cables of a tier, of this family. */
export function makeOf(settings: LoomSettings, tier: string, family: CableFamily, decided: LoomMake | null): LoomMake {
  const wanted = decided ?? (Object.hasOwn(settings.makeByTier, tier) ? settings.makeByTier[tier] : undefined) ?? 'custom';
  return wanted === 'custom' && !canBeMade(family) ? 'stock' : wanted;
}

export function mostMembers(settings: LoomSettings, family: CableFamily): number {
  return family.mostInLoom ?? settings.mostMembers;
}

/** `{a}-{b}-{n}` → `A01-C04-2`. */
export function loomName(pattern: string, a: string, b: string, number: number): string {
  const named = pattern.replaceAll('{a}', a).replaceAll('{b}', b);
  return named.replace(/\{(n+)\}/gu, (_, digits: string) => String(number).padStart(digits.length, '0'));
}
