/** What locked layers keep from the hand, and the one sentence that says so wherever it is told. */
import { layerOf, type LockableLayer, type Notice, type SessionState, type SessionStore, type Thing } from '../state/sessionStore.ts';

/** The locked layer of one of these things; null: none is locked. */
export function lockedLayer({ locks }: Pick<SessionState, 'locks'>, things: readonly Thing[]): LockableLayer | null {
  return things.map(layerOf).find((layer) => layer !== null && locks[layer]) ?? null;
}

export function lockedText(layer: LockableLayer): string {
  return `The ${layer} layer is locked; unlock it under Layers, or unlock all`;
}

/** Tells of it, and offers the way out. */
export function lockedNotice(layer: LockableLayer): Notice {
  return { text: lockedText(layer), tone: 'error', offer: 'view.unlock-all' };
}

/** Unlocks a layer because of what was just made or taken hold of in it, and says so with the way back. */
export function unlockFor(session: SessionStore, layer: LockableLayer): void {
  if (!session.getState().locks[layer]) return;
  session.setLock(layer, false);
  session.setState({ notice: { text: `The ${layer} layer was locked and is now unlocked`, tone: 'info', offer: `view.lock-${layer}` } });
}
