/** A line under the top bar while the open file is not on the disk as it was opened or saved here, until somebody decides. */
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useFile, usePlanner } from '../state/plannerContext.ts';
import styles from './FileNotice.module.css';

export function FileNotice() {
  const { file, files } = usePlanner();
  const name = useFile((state) => state.name);
  const onDisk = useFile((state) => state.onDisk);
  const goesOn = useFile((state) => state.goesOn);
  const isShown = onDisk !== 'same' && !goesOn;
  // The region stands there before it is filled, so that screen readers tell of it.
  return (
    <div role="status" aria-label="The file on the disk">
      {isShown ? (
        <div className={styles.notice}>
          <IconAlertTriangle size={16} aria-hidden className={styles.mark} />
          <span className={styles.text}>
            {onDisk === 'changed'
              ? `“${name}” was changed by another program.`
              : `“${name}” was deleted, renamed or moved. Nothing but this window holds the plan.`}
          </span>
          {onDisk === 'changed' ? (
            <Button variant="default" onClick={() => void files.loadAgain()}>
              Load it from the disk
            </Button>
          ) : null}
          <Button variant="default" onClick={() => void files.saveAs()}>
            Save as…
          </Button>
          <Button variant="default" title="The next save asks again" onClick={() => file.setState({ goesOn: true })}>
            Go on
          </Button>
        </div>
      ) : null}
    </div>
  );
}
