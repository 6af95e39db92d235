/** Files in a browser with file access: real handles, from the browser's own store for the page, so that no native dialog is needed. */
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PlannerPage } from './support/plannerPage.ts';

const sample = readFileSync(fileURLToPath(new URL('../../assets/samples/eight-cabinets.raceway', import.meta.url)), 'utf8');
const theirs = sample.replace('"name":"Eight cabinets"', '"name":"Somebody else’s"');

/** A page whose file dialogs give the handles of these names. */
async function openPlanner(page: Page): Promise<PlannerPage> {
  await page.addInitScript(() => {
    const handleOf = async (name: string, create: boolean): Promise<FileSystemFileHandle> =>
      (await navigator.storage.getDirectory()).getFileHandle(name, { create });
    const names = { toOpen: 'hall.raceway', toSave: 'copy.raceway' };
    Reflect.set(window, 'chosen', names);
    window.showOpenFilePicker = async () => [await handleOf(names.toOpen, false)];
    window.showSaveFilePicker = () => handleOf(names.toSave, true);
  });
  await page.goto('/');
  await expect(page.getByRole('searchbox')).toBeVisible();
  return new PlannerPage(page);
}

/** What another program does to a file; null: deletes it. */
function write(page: Page, name: string, text: string | null): Promise<void> {
  return page.evaluate(
    async ([file, content]) => {
      const folder = await navigator.storage.getDirectory();
      if (content === null) return folder.removeEntry(file);
      const writable = await (await folder.getFileHandle(file, { create: true })).createWritable();
      await writable.write(content);
      await writable.close();
    },
    [name, text] as const,
  );
}

function read(page: Page, name: string): Promise<string> {
  return page.evaluate(async (file) => (await (await (await navigator.storage.getDirectory()).getFileHandle(file)).getFile()).text(), name);
}

/** The person comes back to the tab. */
const comeBack = (page: Page): Promise<boolean> => page.evaluate(() => window.dispatchEvent(new Event('focus')));
const notice = (page: Page) => page.getByRole('status', { name: 'The file on the disk' });
const title = (page: Page) => expect.poll(() => page.title());

async function openHall(page: Page): Promise<PlannerPage> {
  const planner = await openPlanner(page);
  await write(page, 'hall.raceway', sample);
  await page.keyboard.press('Control+o');
  await expect(planner.status).toContainText('links on');
  return planner;
}

async function edit(page: Page): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('r');
  await expect(page.getByRole('img', { name: 'Unsaved changes' })).toBeVisible();
}

test('opens, saves back, saves as, and goes on in the copy', async ({ page }) => {
  await openHall(page);
  await edit(page);
  await page.keyboard.press('Control+s');
  await title(page).toBe('hall.raceway — Raceway');
  const turned = await read(page, 'hall.raceway');
  expect(turned).not.toBe(sample);
  await page.keyboard.press('r');
  await page.keyboard.press('Control+Shift+s');
  await title(page).toBe('copy.raceway — Raceway');
  expect(await read(page, 'hall.raceway')).toBe(turned);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
  await title(page).toBe('copy.raceway — Raceway');
  await expect.poll(() => read(page, 'copy.raceway')).toBe(turned);
});

test('tells of a file that others change, and never overwrites it without a word', async ({ page }) => {
  await openHall(page);
  await edit(page);
  await write(page, 'hall.raceway', theirs);
  await comeBack(page);
  await expect(notice(page)).toContainText('“hall.raceway” was changed by another program.');
  await notice(page).getByRole('button', { name: 'Go on' }).click();
  await page.keyboard.press('Control+s');
  const conflict = page.getByRole('dialog', { name: 'The file was changed by another program' });
  await conflict.getByRole('button', { name: 'Cancel' }).click();
  expect(await read(page, 'hall.raceway')).toBe(theirs);
  await page.keyboard.press('Control+s');
  await conflict.getByRole('button', { name: 'Overwrite it' }).click();
  await title(page).toBe('hall.raceway — Raceway');
  expect(await read(page, 'hall.raceway')).not.toBe(theirs);

  await write(page, 'hall.raceway', theirs);
  await comeBack(page);
  await notice(page).getByRole('button', { name: 'Load it from the disk' }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Somebody else’s');
  await expect(notice(page)).toBeEmpty();
});

test('tells of a file that was deleted, and saves it there again when told so', async ({ page }) => {
  await openHall(page);
  await write(page, 'hall.raceway', null);
  await comeBack(page);
  await expect(notice(page)).toContainText('deleted, renamed or moved');
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog', { name: 'The file is not there any more' }).getByRole('button', { name: 'Save it there again' }).click();
  await title(page).toBe('hall.raceway — Raceway');
  expect(await read(page, 'hall.raceway')).toBe(sample);
});

test('lists what was opened last in a later tab, and asks again before it uses it', async ({ page, context }) => {
  await openHall(page);
  await page.close();
  const next = await context.newPage();
  await next.addInitScript(() => {
    const asked: string[] = [];
    Reflect.set(window, 'permissionAsked', asked);
    Reflect.set(window, 'permission', 'denied');
    FileSystemHandle.prototype.requestPermission = function (this: FileSystemHandle) {
      asked.push(this.name);
      return Promise.resolve(Reflect.get(window, 'permission') as PermissionState);
    };
  });
  const planner = await openPlanner(next);
  await planner.chooseFromFileMenu('hall.raceway');
  const refused = next.getByRole('dialog', { name: 'The file was not opened' });
  await expect(refused).toContainText('may not use hall.raceway');
  await refused.getByRole('button', { name: 'Close', exact: true }).last().click();
  expect(await next.evaluate(() => Reflect.get(window, 'permissionAsked') as string[])).toEqual(['hall.raceway']);
  await next.evaluate(() => Reflect.set(window, 'permission', 'granted'));
  await planner.chooseFromFileMenu('hall.raceway');
  await expect(planner.status).toContainText('links on');
  await edit(next);
  await next.keyboard.press('Control+s');
  await title(next).toBe('hall.raceway — Raceway');
});

test('offers no journal of a tab that lives, and of a dead one to one tab alone', async ({ page, context }) => {
  await openHall(page);
  await edit(page);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.some(({ name }) => name?.startsWith('raceway journal'))))
    .toBe(true);
  const second = await context.newPage();
  await openPlanner(second);
  await expect(second.getByRole('heading', { name: 'Start with a hall' })).toBeVisible();
  await expect(second.getByRole('dialog')).toHaveCount(0);

  await page.close({ runBeforeUnload: false });
  await second.reload();
  const offer = { name: 'Restore unsaved work?' } as const;
  await expect(second.getByRole('dialog', offer)).toContainText('hall.raceway');
  const third = await context.newPage();
  await openPlanner(third);
  await expect(third.getByRole('heading', { name: 'Start with a hall' })).toBeVisible();
  await expect(third.getByRole('dialog')).toHaveCount(0);
  await second.getByRole('button', { name: 'Restore' }).click();
  await expect(new PlannerPage(second).status).toContainText('links on');
});

test('opens a file that is dropped on the window, and asks first over unsaved changes', async ({ page }) => {
  const planner = await openHall(page);
  await edit(page);
  const drop = async (): Promise<void> => {
    const dataTransfer = await page.evaluateHandle((text) => {
      // What a script puts into a drop has no handle, and Chromium never answers when it is asked for one.
      Reflect.deleteProperty(DataTransferItem.prototype, 'getAsFileSystemHandle');
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.raceway'));
      return transfer;
    }, theirs);
    await planner.status.dispatchEvent('drop', { dataTransfer });
  };
  await drop();
  const question = page.getByRole('dialog', { name: 'Save the changes?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await title(page).toBe('• hall.raceway — Raceway');
  await drop();
  await question.getByRole('button', { name: 'Discard changes' }).click();
  await title(page).toBe('dropped.raceway — Raceway');
  await expect(planner.inspector).toContainText('Somebody else’s');
});
