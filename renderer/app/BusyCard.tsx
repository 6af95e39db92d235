/** Long work under way: what it is doing, how far it is, and a way out. Not shown for what ends within 200 ms. */
import { Button, Progress } from '@mantine/core';
import { useFile } from '../state/plannerContext.ts';
import { useLasting } from '../ui/useLasting.ts';
import styles from './BusyCard.module.css';

export function BusyCard() {
  const busy = useFile((state) => state.busy);
  const lasting = useLasting(busy !== null, 200);
  if (busy === null || !lasting) return null;
  const { doing, share, cancel } = busy;
  return (
    <div className={styles.card} role="status">
      <div className={styles.text}>
        <span>{doing}</span>
        <span className={styles.share}>{share === null ? '' : `${Math.round(share * 100)} %`}</span>
      </div>
      <Progress value={share === null ? 100 : share * 100} size={4} animated={share === null} transitionDuration={0} aria-label={doing} />
      {cancel === null ? null : (
        <Button variant="default" onClick={cancel} className={styles.cancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
