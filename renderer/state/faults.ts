/** What nobody has foreseen: told to the person once, with what was done last, while the plan stays as it is and can be worked on. */
import type { Planner } from './plannerContext.ts';

/** Browsers report this of layouts that settle a frame later; nothing has failed. */
const harmless = /^ResizeObserver loop/;

/** The one funnel of the page. Returns what ends it. */
export function listenToFaults({ plan, session }: Pick<Planner, 'plan' | 'session'>, page: EventTarget): () => void {
  function tell(fault: unknown): void {
    const why = fault instanceof Error ? fault.message : String(fault);
    if (harmless.test(why)) return;
    const last = plan.getState().past.at(-1)?.label;
    const after = last === undefined ? '' : ` after “${last}”`;
    session.setState({ notice: { text: `A fault of Raceway${after}: ${why}. The plan is as it was; save it`, tone: 'error' } });
  }
  const onError = (event: Event): void => tell(Reflect.get(event, 'error') ?? Reflect.get(event, 'message'));
  const onRejection = (event: Event): void => tell(Reflect.get(event, 'reason'));
  page.addEventListener('error', onError);
  page.addEventListener('unhandledrejection', onRejection);
  return () => {
    page.removeEventListener('error', onError);
    page.removeEventListener('unhandledrejection', onRejection);
  };
}
