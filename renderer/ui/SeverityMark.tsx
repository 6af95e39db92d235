/** Severity as a shape and a color: a cross in a circle for errors, an exclamation in a triangle for warnings. */
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { Severity } from '../../shared/checks/types.ts';
import styles from './SeverityMark.module.css';

interface SeverityMarkProps {
  readonly severity: Severity;
  readonly size?: number;
  /** The word stands beside it. */
  readonly hidden?: boolean;
}

export function SeverityMark({ severity, size = 16, hidden = false }: SeverityMarkProps) {
  const Icon = severity === 'error' ? IconCircleX : IconAlertTriangle;
  const naming = hidden ? { 'aria-hidden': true } : { role: 'img', 'aria-label': severity === 'error' ? 'Error' : 'Warning' };
  return <Icon size={size} stroke={2} className={styles[severity]} {...naming} />;
}
