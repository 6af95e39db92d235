/**
 * Rows of one table, fetched from the engine a page at a time as they come into view. While a newer plan's rows are
 * on their way the old ones stay, so that nothing flickers; answers to questions that are out of date are dropped.
 */
import type { RowOf, RowQuery, RowWindow, TableName } from '../../shared/engine/protocol.ts';

export type RowQuestion = Pick<RowQuery, 'sort' | 'filter' | 'scope'>;
export type AskRows<T extends TableName> = (query: RowQuery) => Promise<RowWindow<T>>;

export interface RowView<T extends TableName> {
  readonly matching: number;
  readonly total: number;
  /** False until the first answer. */
  readonly known: boolean;
  readonly rowAt: (place: number) => RowOf[T] | null;
}

const PAGE_ROWS = 128;
const PAGES_KEPT = 64;

export class RowWindows<T extends TableName> {
  private pages = new Map<number, readonly RowOf[T][]>();
  private stale = new Map<number, readonly RowOf[T][]>();
  private readonly asked = new Set<number>();
  private question: RowQuestion = { sort: null, filter: '', scope: null };
  private generation = 0;
  /** Of the plan that the pages show; null while none has come since the last question. */
  private revision: number | null = null;
  private range: readonly [first: number, last: number] = [0, 0];
  private readonly listeners = new Set<() => void>();
  private view: RowView<T> = { matching: 0, total: 0, known: false, rowAt: () => null };
  private readonly ask: AskRows<T>;

  constructor(ask: AskRows<T>) {
    this.ask = ask;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): RowView<T> => this.view;

  /** Rows first … last are in view. */
  readonly show = (first: number, last: number): void => {
    this.range = [first, last];
    for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page++) this.fetch(page);
  };

  /** Another question, or the same one of a newer plan. */
  refresh(question: RowQuestion): void {
    this.question = question;
    this.generation++;
    for (const [page, rows] of this.pages) this.stale.set(page, rows);
    this.pages = new Map();
    this.revision = null;
    this.asked.clear();
    this.show(...this.range);
  }

  /** Rows of these ids in the order of the table, as they stand in a revision of the plan; null: not all of them are here. */
  readonly find = (ids: ReadonlySet<string>, revision: number): readonly RowOf[T][] | null => {
    if (this.revision !== revision) return null;
    const found = [...this.pages]
      .toSorted(([one], [other]) => one - other)
      .flatMap(([, rows]) => rows)
      .filter(({ id }) => ids.has(id));
    return found.length === ids.size ? found : null;
  };

  private fetch(page: number): void {
    if (this.asked.has(page)) return;
    this.asked.add(page);
    const generation = this.generation;
    void this.ask({ ...this.question, from: page * PAGE_ROWS, count: PAGE_ROWS }).then(
      (window) => {
        if (generation === this.generation) this.accept(page, window);
      },
      // Left by the person, or without an engine, which says so itself: asked again when the page comes into view again.
      () => {
        if (generation === this.generation) this.asked.delete(page);
      },
    );
  }

  private accept(page: number, window: RowWindow<T>): void {
    if (this.pages.size === 0) this.stale = new Map([...this.stale].filter(([old]) => this.inView(old)));
    this.revision = window.revision;
    this.pages.set(page, window.rows);
    this.stale.delete(page);
    if (this.pages.size > PAGES_KEPT) this.forgetFarPages();
    const { pages, stale } = this;
    this.view = {
      matching: window.matching,
      total: window.total,
      known: true,
      rowAt: (place) => (pages.get(Math.floor(place / PAGE_ROWS)) ?? stale.get(Math.floor(place / PAGE_ROWS)))?.[place % PAGE_ROWS] ?? null,
    };
    for (const listener of this.listeners) listener();
  }

  private inView(page: number): boolean {
    return page >= Math.floor(this.range[0] / PAGE_ROWS) && page <= Math.floor(this.range[1] / PAGE_ROWS);
  }

  private forgetFarPages(): void {
    for (const page of [...this.pages.keys()]) {
      if (this.pages.size <= PAGES_KEPT / 2) return;
      if (this.inView(page)) continue;
      this.pages.delete(page);
      this.asked.delete(page);
    }
  }
}
