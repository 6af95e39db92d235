/** What a window knows of its page: whether it listens, and whether closing must be asked about. Pure. */

export interface PageLink {
  /** Runs once the page listens. */
  deliver(send: () => void): void;
  ready(): void;
  /** The page wants to be asked before the window closes. */
  guard(guarded: boolean): void;
  /** The page was asked, and the window may close. */
  approve(): void;
  /** False also while the page cannot answer: its journal keeps the work. */
  mustAsk(): boolean;
  /** A page that hangs may come back, and then listens and answers as before. */
  hangs(hanging: boolean): void;
  /** The page crashed or was left; the next one starts anew. */
  gone(): void;
}

export function createPageLink(): PageLink {
  let listens = false;
  let guarded = false;
  let approved = false;
  let hanging = false;
  const waiting: (() => void)[] = [];
  return {
    deliver(send) {
      if (listens) send();
      else waiting.push(send);
    },
    ready() {
      listens = true;
      for (const send of waiting.splice(0)) send();
    },
    guard(value) {
      guarded = value;
    },
    approve() {
      approved = true;
    },
    mustAsk: () => guarded && !approved && !hanging,
    hangs(value) {
      hanging = value;
    },
    gone() {
      listens = false;
      guarded = false;
      hanging = false;
    },
  };
}
