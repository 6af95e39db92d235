/** The engine itself in the same thread, a microtask away. */
import type { EnginePort } from '../../renderer/worker/enginePort.ts';
import type { EngineMessage } from '../../shared/engine/protocol.ts';
import { createEngineSession, type TemplateSource } from '../../shared/engine/session.ts';

export function openLocalEngine(templates: TemplateSource): EnginePort {
  let listener: (message: EngineMessage) => void = () => {};
  const session = createEngineSession({ post: (message) => listener(message), now: () => 1, templates });
  return {
    send: (request) =>
      queueMicrotask(() => {
        session.receive(request);
        while (session.step());
      }),
    onMessage: (given) => {
      listener = given;
    },
    onCrash: () => {},
    close: () => {},
  };
}
