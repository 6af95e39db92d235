/** What can be done to several cables at once, or to cables and trays: pin, keep out, keep apart. */
import { Button } from '@mantine/core';
import { routeActions } from '../actions/routes.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { useSelection } from '../state/useSelection.ts';
import styles from './Inspector.module.css';

export function SelectedCables() {
  const planner = usePlanner();
  // The buttons go with the selection.
  useSelection();
  const possible = routeActions.filter(({ enabled }) => enabled(planner));
  if (possible.length === 0) return null;
  return (
    <div className={styles.parts}>
      {possible.map((action) => (
        <Button key={action.id} variant="default" size="compact-sm" onClick={() => action.run(planner)}>
          {action.label}
        </Button>
      ))}
    </div>
  );
}
