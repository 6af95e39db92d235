/**
 * The rows that are picked, read again whenever figures, order, filter or scope change, so that they stand ready for the key
 * that copies them. Picks are ids: a row that no longer passes is not among the rows, and comes back with them.
 */
import type { RowOf, TableName } from '../../shared/engine/protocol.ts';
import type { AskRows, RowQuestion } from './rowWindows.ts';

export class PickedRows<T extends TableName> {
  private asked: ReadonlySet<string> = new Set();
  private question = 0;
  private answer: { readonly revision: number; readonly rows: readonly RowOf[T][] } | null = null;
  private readonly ask: AskRows<T>;

  constructor(ask: AskRows<T>) {
    this.ask = ask;
  }

  /** These rows of the table are picked; the promise ends when they are here, or never will be. */
  async want(question: RowQuestion, ids: ReadonlySet<string>): Promise<void> {
    this.asked = ids;
    this.question += 1;
    this.answer = null;
    if (ids.size === 0) return;
    const mine = this.question;
    try {
      const { revision, rows } = await this.ask({ ...question, from: 0, count: ids.size, only: [...ids] });
      if (mine === this.question) this.answer = { revision, rows };
    } catch {
      // The engine says itself that it stopped; until it works again there is nothing to copy.
    }
  }

  /** The rows of these ids as they stand in a revision of the plan; null: they are still on their way. */
  read(ids: ReadonlySet<string>, revision: number): readonly RowOf[T][] | null {
    return this.asked === ids && this.answer?.revision === revision ? this.answer.rows : null;
  }
}
