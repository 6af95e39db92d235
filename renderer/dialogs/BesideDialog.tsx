/** A dialog that stands beside the drawing and leaves it in the light, for what is shown there while figures are set. */
import type { ReactNode } from 'react';
import { Modal } from '@mantine/core';
import { closeDialog, useDialogOpen, type DialogName } from './dialogStore.ts';
import styles from './dialogs.module.css';

interface BesideDialogProps {
  readonly name: DialogName;
  readonly title: string;
  readonly widthPx: number;
  readonly children: ReactNode;
}

export function BesideDialog({ name, title, widthPx, children }: BesideDialogProps) {
  return (
    <Modal
      opened={useDialogOpen(name)}
      onClose={closeDialog}
      title={title}
      size={widthPx}
      withOverlay={false}
      shadow="md"
      classNames={{ inner: styles.beside ?? '' }}
    >
      {children}
    </Modal>
  );
}
