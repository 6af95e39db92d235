/** Pods: cabinets with what is mounted in them and the cables between, kept to be placed again and again. */
export interface Pod {
  readonly id: string;
  readonly name: string;
  /** The things as they are copied, see commands/clip.ts: read as strictly as a file when they are placed. */
  readonly things: string;
}
