/** Takes back that a finding was accepted, so that it counts again. */
import { exclusionsOf, withdrawExclusions } from '../../shared/commands/exclusions.ts';
import type { FindingRow } from '../../shared/engine/protocol.ts';
import type { Planner } from '../state/plannerContext.ts';

export function reopenFinding({ plan, session }: Planner, { code, ids }: Pick<FindingRow, 'code' | 'ids'>): void {
  const accepted = exclusionsOf(plan.getState().plan, code, ids);
  const done = plan.run(withdrawExclusions, { ids: accepted.map(({ id }) => id) });
  session.setState({
    notice: done.ok ? { text: `Reopened ${code}`, tone: 'info' } : { text: `${done.error.message}; ${done.error.remedy}`, tone: 'error' },
  });
}
