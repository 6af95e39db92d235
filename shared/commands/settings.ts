/** The plan's name and settings. */
import { changeOf } from './changeOf.ts';
import { loomSettings } from '../looms/loomSettings.ts';
import type { Command } from './command.ts';
import type { LabourProfile } from '../catalog/types.ts';
import type { Settings } from '../plan/types.ts';

/** Some fields of an object, and of the objects in it. */
export type Some<T> = { readonly [K in keyof T]?: T[K] extends object ? Some<T[K]> : T[K] };

export interface SetSettings {
  readonly set: Some<Settings>;
  /** The plan's name, when it changes with them. */
  readonly name?: string;
  /** Profile that `labourProfile` names, to be embedded. */
  readonly labourProfile?: LabourProfile;
}

/** Sets some of the settings; the rest stays. */
export const setSettings: Command<SetSettings> = (plan, { set, name, labourProfile }) =>
  changeOf(plan, 'Change settings', {
    // What was never set has no fields yet to change some of.
    settings: withSome(set.looms === undefined ? plan.settings : { ...plan.settings, looms: loomSettings(plan) }, set),
    ...(name === undefined ? {} : { name }),
    ...(labourProfile === undefined ? {} : { embed: { labourProfiles: [labourProfile] } }),
  });

/** Renames the plan. */
export const renamePlan: Command<{ readonly name: string }> = (plan, { name }) => changeOf(plan, `Rename the plan to ${name}`, { name });

function withSome<T extends object>(whole: T, some: Some<T>): T {
  const next: Record<string, unknown> = { ...(whole as object) };
  for (const [key, value] of Object.entries(some)) {
    const known = next[key];
    next[key] = typeof known === 'object' && known !== null && typeof value === 'object' && value !== null ? withSome(known, value) : value;
  }
  return next as T;
}
