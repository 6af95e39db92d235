/** What nobody has foreseen: written to the log and told to the person, while the program and the work in it live on. */
import type { EventEmitter } from 'node:events';
import type { UserError } from '../shared/result.ts';

/** The one funnel of the main process. `show` tells the person, where there is a window to tell it in. */
export function listenToFaults(
  source: Pick<EventEmitter, 'on'>,
  log: (where: string, fault: unknown) => void,
  show: (error: UserError) => void,
): void {
  const tell = (fault: unknown): void => {
    log('unforeseen', fault);
    show({
      code: 'internal',
      message: `a fault of Raceway: ${fault instanceof Error ? fault.message : String(fault)}`,
      remedy: 'the plan is as it was; save it',
    });
  };
  source.on('uncaughtException', tell);
  source.on('unhandledRejection', tell);
}
