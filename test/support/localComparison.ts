/** A comparison without a worker: messages come in turns of their own, copied as between threads. */
import type { ComparePort } from '../../renderer/compare/comparePort.ts';
import { createCompareSession, type CompareMessage } from '../../shared/diff/compareSession.ts';

export function openLocalComparison(): ComparePort {
  let listener: (message: CompareMessage) => void = () => undefined;
  let isOpen = true;
  const receive = createCompareSession((message) => {
    const copy = structuredClone(message);
    queueMicrotask(() => {
      if (isOpen) listener(copy);
    });
  });
  return {
    send: (request) => {
      const copy = structuredClone(request);
      queueMicrotask(() => {
        if (isOpen) receive(copy);
      });
    },
    onMessage: (heard) => {
      listener = heard;
    },
    onCrash: () => undefined,
    close: () => {
      isOpen = false;
    },
  };
}
