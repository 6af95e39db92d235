/** Compares two plans beside the page; ended from outside when nobody wants the answer any more. */
import { createCompareSession, type CompareMessage, type CompareRequest } from '../../shared/diff/compareSession.ts';

const post = (message: CompareMessage): void => self.postMessage(message);
const receive = createCompareSession(post);

self.addEventListener('message', (event: MessageEvent<CompareRequest>) => {
  try {
    receive(event.data);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    post({
      type: 'failed',
      error: { code: 'compare.failed', message: `the plans could not be compared: ${message}`, remedy: 'save the plan and report this' },
    });
  }
});
