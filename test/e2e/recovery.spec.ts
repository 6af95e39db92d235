/** What a crash leaves behind is offered at the next start. */
import { expect, test, type Page } from '@playwright/test';
import { readStore } from '../support/kills/journalInPage.ts';
import { PlannerPage } from './support/plannerPage.ts';

/** Until the journal holds a change. */
async function kept(page: Page): Promise<void> {
  await expect.poll(async () => (await readStore(page)).some(({ lines }) => lines.length > 0)).toBe(true);
}

test('changes that were never saved come back after the tab is killed', async ({ page, context }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  const x = planner.inspector.getByLabel('x', { exact: true });
  await x.fill('+600');
  await x.press('Enter');
  await expect(page.getByRole('img', { name: 'Unsaved changes' })).toBeVisible();
  const moved = await x.inputValue();
  const required = await planner.required();
  await kept(page);
  await page.close({ runBeforeUnload: false });

  const next = await context.newPage();
  const after = new PlannerPage(next);
  await after.open();
  const dialog = next.getByRole('dialog', { name: 'Restore unsaved work?' });
  await expect(dialog).toContainText('eight-cabinets.raceway');
  // Keys are no shortcuts under it, wherever the focus is.
  await next.mouse.click(5, 450);
  await next.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const key of ['w', 'Shift+M', 'Control+k', 'Control+e']) await next.keyboard.press(key);
  await expect(next.getByRole('dialog')).toHaveCount(1);
  await expect(next.getByRole('searchbox')).toHaveCount(1);
  await expect(next.getByRole('button', { name: 'Select and move', includeHidden: true })).toHaveAttribute('aria-pressed', 'true');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(after.status).toContainText('192 cables');
  expect(await after.required()).toBe(required);
  await after.find('B04');
  await expect(after.inspector.getByLabel('x', { exact: true })).toHaveValue(moved);
  await expect(next.getByRole('img', { name: 'Unsaved changes' })).toBeVisible();
});

test('discarded work is not offered again', async ({ page, context }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  const x = planner.inspector.getByLabel('x', { exact: true });
  await x.fill('+600');
  await x.press('Enter');
  await kept(page);
  const [left] = await recoveryStore(page);
  await page.close({ runBeforeUnload: false });

  const second = await context.newPage();
  await new PlannerPage(second).open();
  await second.getByRole('button', { name: 'Discard it' }).click();
  await expect(second.getByRole('heading', { name: 'Start with a hall' })).toBeVisible();
  // It is gone from the store before the page is.
  await expect.poll(() => recoveryStore(second)).not.toContain(left);
  await second.close();
  const third = await context.newPage();
  await new PlannerPage(third).open();
  await expect(third.getByRole('heading', { name: 'Start with a hall' })).toBeVisible();
  await expect(third.getByRole('dialog')).toHaveCount(0);
});

/** Ids of the sessions that the recovery store knows. */
function recoveryStore(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('raceway-recovery');
        opening.onerror = () => reject(new Error('the recovery store cannot be opened'));
        opening.onsuccess = () => {
          const keys = opening.result.transaction('journals').objectStore('journals').getAllKeys();
          keys.onsuccess = () => {
            opening.result.close();
            resolve([...new Set(keys.result.flatMap((key) => (typeof key === 'string' ? key.split('/').slice(0, 1) : [])))]);
          };
        };
      }),
  );
}

test('sessions that changed nothing leave nothing behind', async ({ page, context }) => {
  await new PlannerPage(page).openSample('eight-cabinets');
  await expect.poll(() => recoveryStore(page)).toHaveLength(1);
  const [first] = await recoveryStore(page);
  await page.close();
  const next = await context.newPage();
  await new PlannerPage(next).openSample('eight-cabinets');
  await expect(next.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => recoveryStore(next)).toHaveLength(1);
  expect(await recoveryStore(next)).not.toContain(first);
});

test('a snapshot takes the place of the one before in one step', async ({ page }) => {
  await page.addInitScript(() => {
    const steps = new WeakMap<IDBTransaction, Set<string>>();
    const seen: string[][] = [];
    Reflect.set(window, 'journalSteps', seen);
    for (const step of ['delete', 'put'] as const) {
      const real = Reflect.get(IDBObjectStore.prototype, step) as (...args: unknown[]) => unknown;
      Reflect.set(IDBObjectStore.prototype, step, function (this: IDBObjectStore, ...args: unknown[]) {
        if (this.name === 'journals') {
          let known = steps.get(this.transaction);
          if (known === undefined) {
            const fresh = new Set<string>();
            known = fresh;
            steps.set(this.transaction, fresh);
            this.transaction.addEventListener('complete', () => seen.push([...fresh]));
          }
          known.add(step);
        }
        return real.apply(this, args);
      });
    }
  });
  await new PlannerPage(page).openSample('eight-cabinets');
  const seen = (): Promise<string[][]> => page.evaluate(() => Reflect.get(window, 'journalSteps') as string[][]);
  await expect.poll(seen).toContainEqual(['delete', 'put']);
  expect(await seen()).not.toContainEqual(['delete']);
});

test('another plan over unsaved changes is asked about, and staying keeps them', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('B04');
  const x = planner.inspector.getByLabel('x', { exact: true });
  await x.fill('+600');
  await x.press('Enter');
  const moved = await x.inputValue();
  await planner.chooseFromFileMenu('Sample: one-megawatt hall');
  const dialog = page.getByRole('dialog', { name: 'Save the changes?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(x).toHaveValue(moved);
  await planner.chooseFromFileMenu('Sample: one-megawatt hall');
  await dialog.getByRole('button', { name: 'Discard changes' }).click();
  await expect(planner.status).toContainText(/1\s018 cables/u);
});
