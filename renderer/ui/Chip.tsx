/** A small button over a list: it narrows the list while it is pressed, or opens what belongs to it. */
import { forwardRef, type ReactNode } from 'react';
import { IconX } from '@tabler/icons-react';
import styles from './Chip.module.css';

interface ChipProps {
  readonly children: string;
  /** Before the words. */
  readonly sign?: ReactNode;
  /** Absent: it opens something and does not stay pressed. */
  readonly isPressed?: boolean;
  /** Whether a cross says that another press ends what it does. */
  readonly hasCross?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

export const Chip = forwardRef<HTMLButtonElement, ChipProps>(function Chip(
  { children, sign, isPressed, hasCross = false, isDisabled = false, onPress, ...aside },
  ref,
) {
  return (
    <button {...aside} ref={ref} type="button" className={styles.chip} aria-pressed={isPressed} disabled={isDisabled} onClick={onPress}>
      {sign}
      <span className={styles.text}>{children}</span>
      {isPressed === true && hasCross ? <IconX size={12} aria-hidden /> : null}
    </button>
  );
});
