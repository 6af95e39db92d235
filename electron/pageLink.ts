/** What a window knows of its page: whether it listens, and whether closing must be asked about. Pure. */

export interface PageLink {
  /** Runs once the page listens. */
  deliver(send: () => void): void;
  ready(): void;
  /** The page wants to be asked before the window closes. */
  guard(guarded: boolean): void;
  /** What the person answered. */
  answer(mayClose: boolean): void;
  /**
   * What to do when the window is to close; it waits while the question already stands. It closes also while the page
   * cannot answer: its journal keeps the work.
   */
  whenClosing(): 'close' | 'ask' | 'wait';
  /** A page that hangs may come back, and then listens and answers as before. */
  hangs(hanging: boolean): void;
  /** The page crashed or was left; the next one starts anew. */
  gone(): void;
}

export function createPageLink(): PageLink {
  let listens = false;
  let guarded = false;
  let approved = false;
  let asked = false;
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
    answer(mayClose) {
      asked = false;
      approved = mayClose;
    },
    whenClosing() {
      if (!guarded || approved || hanging) return 'close';
      if (asked) return 'wait';
      asked = true;
      return 'ask';
    },
    hangs(value) {
      hanging = value;
    },
    gone() {
      listens = false;
      guarded = false;
      hanging = false;
      asked = false;
    },
  };
}
