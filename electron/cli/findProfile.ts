/** A labor profile by the name that people give at a terminal. */
import type { ProfileHours } from '../../shared/takeoff/types.ts';

/** By its id, or by what stands behind the maker in it; null when there is none. */
export function findProfile(profiles: readonly ProfileHours[], name: string): ProfileHours | null {
  return profiles.find(({ profile }) => profile === name || profile.endsWith(`/${name}`)) ?? null;
}
