/** A titled block of a panel; its heading folds it. */
import { useId, useState, type ReactNode } from 'react';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  /** Shown at the right of the heading: a count, a unit, a small control. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly startsOpen?: boolean;
  /** Something in it waits for an answer: it is open, and stays so. */
  readonly mustOpen?: boolean;
}

export function Section({ title, aside, children, startsOpen = true, mustOpen = false }: SectionProps) {
  const [open, setOpen] = useState(startsOpen);
  if (mustOpen && !open) setOpen(true);
  const bodyId = useId();
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.heading}>
          <button type="button" className={styles.toggle} aria-expanded={open} aria-controls={bodyId} onClick={() => setOpen(!open)}>
            <span className={styles.title}>{title}</span>
            <Chevron size={14} stroke={1.75} aria-hidden className={styles.chevron} />
          </button>
        </h3>
        {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
      </div>
      <div id={bodyId} hidden={!open} className={styles.body}>
        {open ? children : null}
      </div>
    </section>
  );
}
