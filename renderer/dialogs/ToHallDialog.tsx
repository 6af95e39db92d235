/** Moves the selected cabinets to another hall. */
import { useState } from 'react';
import { Button, Modal, Select } from '@mantine/core';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { hallsInOrder, moveSelectionToHall } from '../tools/hallActions.ts';
import { countText } from '../ui/quantities.ts';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import styles from './dialogs.module.css';

export function ToHallDialog() {
  return (
    <Modal opened={useDialogOpen('toHall')} onClose={closeDialog} title="Move to another hall" size={380}>
      <ToHallForm />
    </Modal>
  );
}

function ToHallForm() {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const current = useSession((state) => state.hall);
  const count = useSession((state) => selectedIds(state.selection, 'cabinet').length);
  const halls = hallsInOrder(plan).filter(({ id }) => id !== current);
  const [hall, setHall] = useState(halls[0]?.id ?? null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (hall === null) return;
        closeDialog();
        moveSelectionToHall(planner, hall);
      }}
    >
      <p className={styles.message}>
        {countText(count, 'cabinet')} with what is mounted in {count === 1 ? 'it' : 'them'}, to the same place if it is free there, else to
        the first that is.
      </p>
      <Select
        label="Hall"
        data={halls.map(({ id, name }) => ({ value: id, label: name }))}
        value={hall}
        onChange={setHall}
        data-autofocus
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={hall === null}>
          Move
        </Button>
      </div>
    </form>
  );
}
