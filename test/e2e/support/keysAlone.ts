/** Work without a mouse: nothing is reached but by keys, and a pointer that was used is found out. */
import { expect, type Locator, type Page } from '@playwright/test';

const FAR = 80;

/** From now on a press of the pointer is kept in mind. Call before the page is opened. */
export async function watchPointer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-pointer-used', ''), { capture: true });
  });
}

export async function expectNoPointer(page: Page): Promise<void> {
  await expect(page.locator('html[data-pointer-used]')).toHaveCount(0);
}

/** Goes to a control by the Tab key alone; fails when it cannot be reached so. */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < FAR; step++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached by ${FAR} steps of the Tab key`);
}

/** Runs a command, or goes to a thing, by its name in the palette. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}
