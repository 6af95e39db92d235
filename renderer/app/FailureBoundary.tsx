/** A part of the page that fails in drawing ends here: what happened, and the way back to the work. */
import { Component, type ReactNode } from 'react';
import styles from './FailureBoundary.module.css';

interface FailureBoundaryState {
  readonly message: string | null;
}

export class FailureBoundary extends Component<{ readonly children: ReactNode }, FailureBoundaryState> {
  override state: FailureBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): FailureBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <div className={styles.page} role="alert">
        <h1 className={styles.title}>The page stopped on an error</h1>
        <p className={styles.text}>Every change up to here was kept. Load the page again, and it offers to restore them.</p>
        <p className={styles.detail}>{message}</p>
        <button type="button" className={styles.button} onClick={() => window.location.reload()}>
          Load the page again
        </button>
      </div>
    );
  }
}
