/** What a spec says about the program that it starts, handed to the process through its environment. */

/** A piece of the built program, and what is put in its place. */
export type Undone = readonly [from: string, to: string];

/** In px, as the system counts them. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Settings {
  /** The folder for the program's own data. */
  readonly userData: string;
  readonly packed: boolean;
  readonly undone: readonly Undone[];
  /** The system that the program takes itself to be on; null: the one it is on. */
  readonly platform: NodeJS.Platform | null;
  /** What windows can cover of each screen, that of the first one first. */
  readonly screens: readonly [Bounds, ...Bounds[]];
}

const variable = 'RACEWAY_STAND_IN';

export function settings(): Settings {
  return JSON.parse(process.env[variable] ?? '') as Settings;
}

export function environmentFor(given: Settings): NodeJS.ProcessEnv {
  return { ...process.env, [variable]: JSON.stringify(given) };
}
