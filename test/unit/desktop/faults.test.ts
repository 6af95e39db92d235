import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { listenToFaults } from '../../../electron/faults.ts';
import type { UserError } from '../../../shared/result.ts';

describe('faults of the main process', () => {
  it.each([
    ['uncaughtException', new Error('no such file'), 'a fault of Raceway: no such file'],
    ['unhandledRejection', 'torn', 'a fault of Raceway: torn'],
  ])('%s is logged and told, and ends nothing', (event, fault, message) => {
    const source = new EventEmitter();
    const logged: [string, unknown][] = [];
    const told: UserError[] = [];
    listenToFaults(
      source,
      (where, what) => logged.push([where, what]),
      (error) => told.push(error),
    );
    source.emit(event, fault);
    expect(logged).toEqual([['unforeseen', fault]]);
    expect(told).toEqual([{ code: 'internal', message, remedy: 'the plan is as it was; save it' }]);
  });
});
