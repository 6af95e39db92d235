/**
 * The tabs of the drawer. Where they do not all fit, the strip scrolls: its edge fades, and a button there brings the others into view.
 * The tab that is shown, and the one that has the focus, are never left out of view.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Tabs } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { DrawerTab } from '../state/sessionStore.ts';
import { hiddenSides, NOTHING_HIDDEN, type HiddenSides } from './hiddenSides.ts';
import styles from './TabStrip.module.css';

export interface DrawerTabTitle {
  readonly name: DrawerTab;
  readonly title: string;
  /** Null: nothing is counted there, or nothing is known yet. */
  readonly count: string | null;
}

/** What a press of a button leaves of the tabs that were in view, so that one sees where one is. */
const KEPT_SHARE = 0.3;

export function TabStrip({ tabs, selected }: { readonly tabs: readonly DrawerTabTitle[]; readonly selected: DrawerTab }) {
  const list = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<HiddenSides>(NOTHING_HIDDEN);

  useLayoutEffect(() => showTab(list.current), [selected]);

  useEffect(() => {
    const strip = list.current;
    if (strip === null) return undefined;
    const look = (): void => {
      const now = hiddenSides(strip);
      setHidden((was) => (was.before === now.before && was.after === now.after ? was : now));
    };
    const observer = new ResizeObserver((entries) => {
      // Where the strip itself was narrowed, by the window or by what stands beside it, the tab that is worked with stays in view.
      if (entries.some(({ target }) => target === strip)) showTab(strip);
      look();
    });
    for (const element of [strip, ...strip.children]) observer.observe(element);
    strip.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      strip.removeEventListener('scroll', look);
    };
  }, []);

  const scroll = (direction: -1 | 1): void => {
    const strip = list.current;
    strip?.scrollBy({ left: direction * strip.clientWidth * (1 - KEPT_SHARE) });
  };

  return (
    <div className={styles.strip}>
      <Tabs.List
        ref={list}
        className={styles.list}
        data-before={hidden.before || undefined}
        data-after={hidden.after || undefined}
        aria-label="Tables"
        // Browsers leave a tab that is half in view as it is. Under a press it stays, or the click would miss it.
        onFocus={(event) => {
          if (event.target.matches(':focus-visible')) showTab(list.current);
        }}
      >
        {tabs.map(({ name, title, count }) => (
          <Tabs.Tab key={name} value={name} data-table={name} className={styles.tab}>
            {title}
            {count === null ? null : <span className={styles.count}>{count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {/* For the mouse alone: arrows, Home and End go from tab to tab, and each is brought into view. */}
      {hidden.before ? (
        <button type="button" tabIndex={-1} aria-hidden className={styles.more} data-side="before" onClick={() => scroll(-1)}>
          <IconChevronLeft size={16} aria-hidden />
        </button>
      ) : null}
      {hidden.after ? (
        <button type="button" tabIndex={-1} aria-hidden className={styles.more} data-side="after" onClick={() => scroll(1)}>
          <IconChevronRight size={16} aria-hidden />
        </button>
      ) : null}
    </div>
  );
}

/** The tab with the focus goes before the one that is shown: Home and End move the one without the other. */
function showTab(strip: HTMLElement | null): void {
  const tab = strip?.querySelector('[role="tab"]:focus') ?? strip?.querySelector('[aria-selected="true"]');
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
