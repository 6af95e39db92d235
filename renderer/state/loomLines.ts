/** Asks the engine for the lines of looms while cables are drawn by loom, and again whenever the figures change. */
import type { EngineClient } from '../worker/engineClient.ts';
import type { DerivedStore } from './derivedStore.ts';
import type { SessionStore } from './sessionStore.ts';

interface Watched {
  readonly session: SessionStore;
  readonly derived: DerivedStore;
  readonly engine: Pick<EngineClient, 'loomLines'>;
}

export function watchLoomLines({ session, derived, engine }: Watched): void {
  let asked = 0;
  function ask(): void {
    asked += 1;
    const mine = asked;
    if (session.getState().cableView !== 'loom' || derived.getState().scene === null) return;
    engine.loomLines().then(
      (loomLines) => {
        if (mine === asked) derived.setState({ loomLines });
      },
      // The engine has said why there are no figures; cables are drawn by tier as far as they were known.
      () => undefined,
    );
  }
  session.subscribe((now, before) => {
    if (now.cableView !== before.cableView) ask();
  });
  derived.subscribe((now, before) => {
    if (now.scene !== before.scene && !now.preview) ask();
  });
}
