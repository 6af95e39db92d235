/** Nothing for axe to find on the page as it stands; in the dark, where only colors are others, nothing in those. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export async function expectClean(page: Page, screen: 'light' | 'dark'): Promise<void> {
  // The page holds no frames of other origins, and nobody reads what passed: without both, axe asks the page once, in a fifth of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (screen === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
  // An open menu or list belongs to the control that opened it, wherever it stands in the page; it needs no landmark.
  const isPopup = (target: string): Promise<boolean> =>
    page.evaluate((selector) => document.querySelector(selector)?.closest('[data-portal]') !== null, target);
  const faults = [];
  for (const { id, nodes } of violations)
    for (const { target, failureSummary } of nodes) {
      const at = target.join(' ');
      if (id !== 'region' || !(await isPopup(at))) faults.push({ id, at, why: failureSummary });
    }
  expect(faults, screen).toEqual([]);
}
