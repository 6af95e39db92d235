/** Severity as a shape and a color: a cross in a circle for errors, an exclamation in a triangle for warnings. */
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { Severity } from '../../shared/checks/types.ts';
import styles from './SeverityMark.module.css';

export function SeverityMark({ severity, size = 16 }: { readonly severity: Severity; readonly size?: number }) {
  const Icon = severity === 'error' ? IconCircleX : IconAlertTriangle;
  return <Icon size={size} stroke={2} role="img" aria-label={severity === 'error' ? 'Error' : 'Warning'} className={styles[severity]} />;
}
