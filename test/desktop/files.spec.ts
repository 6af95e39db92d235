/** Plans on the disk through the desktop's native dialogs, its menu, its recent list and its guard on closing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlannerPage } from '../e2e/support/plannerPage.ts';
import { expect, test } from './eitherDesktop.ts';
import { edit, openCopy, sample } from './support.ts';

test('opens its window on the planner', async ({ open }) => {
  const desktop = await open();
  const page = await desktop.page();
  await expect(page.getByRole('searchbox')).toBeVisible();
  expect(await desktop.seen()).toMatchObject({ shown: true, title: 'Raceway' });
  expect(await desktop.address()).toBe('app://raceway/index.html');
});

test('opens, edits and saves through to the bytes on the disk', async ({ open, folder }) => {
  const desktop = await open();
  const path = join(folder, 'hall.raceway');
  await openCopy(desktop, path);
  expect((await desktop.seen()).title).toBe('hall.raceway — Raceway');

  await edit(desktop);
  expect((await desktop.seen()).title).toBe('• hall.raceway — Raceway');
  expect(readFileSync(path).equals(readFileSync(sample))).toBe(true);

  await desktop.choose('file.save');
  await expect.poll(async () => (await desktop.seen()).edited).toBe(false);
  const turned = readFileSync(path, 'utf8');
  expect(turned).not.toBe(readFileSync(sample, 'utf8'));

  // A quarter turn more is another plan, and its way back the first again, to the byte.
  await desktop.choose('edit.rotate');
  await desktop.choose('edit.undo');
  await desktop.choose('file.save');
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(turned);
});

test('saves under another name, and leaves the first file and a file changed by others alone', async ({ open, folder }) => {
  const desktop = await open();
  const [first, second] = [join(folder, 'first.raceway'), join(folder, 'second.raceway')];
  const page = await openCopy(desktop, first);
  await edit(desktop);
  const asked = desktop.choosesToSave(second);
  await desktop.choose('file.saveAs');
  expect(await asked).toMatchObject({ defaultPath: 'first.raceway', filters: [{ extensions: ['raceway'] }, { extensions: ['*'] }] });
  await expect.poll(async () => (await desktop.seen()).title).toBe('second.raceway — Raceway');
  expect(readFileSync(first).equals(readFileSync(sample))).toBe(true);
  expect(readFileSync(second).equals(readFileSync(sample))).toBe(false);

  writeFileSync(second, 'somebody else was here');
  await desktop.choose('edit.rotate');
  await desktop.choose('file.save');
  const question = page.getByRole('dialog', { name: 'The file was changed by another program' });
  await expect(question).toContainText('second.raceway');
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(readFileSync(second, 'utf8')).toBe('somebody else was here');
});

test('changes nothing when a dialog is canceled', async ({ open, folder }) => {
  const desktop = await open();
  const path = join(folder, 'hall.raceway');
  await openCopy(desktop, path);
  await edit(desktop);
  for (const [kind, command] of [['save', 'file.saveAs']] as const) {
    const asked = desktop.nextDialog(kind, { canceled: true, filePath: '' });
    await desktop.choose(command);
    await asked;
  }
  expect(await desktop.seen()).toMatchObject({ title: '• hall.raceway — Raceway', edited: true });
  expect(readFileSync(path).equals(readFileSync(sample))).toBe(true);
});

test('offers what was opened last after a new start, and says what is gone', async ({ open, folder }) => {
  const path = join(folder, 'hall.raceway');
  const before = await open();
  await openCopy(before, path);
  await before.choose('quit');
  expect(await before.ended).toBe(0);

  const desktop = await open();
  const page = await desktop.page();
  await new PlannerPage(page).chooseFromFileMenu('hall.raceway');
  await expect(new PlannerPage(page).status).toContainText('links on');
  expect((await desktop.seen()).title).toBe('hall.raceway — Raceway');
});

test.describe('closing over unsaved changes', () => {
  for (const [answer, by] of [
    ['Cancel', 'close'],
    ['Discard changes', 'close'],
    ['Save', 'close'],
    ['Cancel', 'quit'],
  ] as const) {
    test(`${by}: ${answer}`, async ({ open, folder }) => {
      const desktop = await open();
      const path = join(folder, 'hall.raceway');
      const page = await openCopy(desktop, path);
      await edit(desktop);
      await (by === 'close' ? desktop.closeWindow() : desktop.choose('quit'));
      const question = page.getByRole('dialog', { name: 'Save the changes?' });
      await expect(question).toContainText('hall.raceway');
      await question.getByRole('button', { name: answer, exact: true }).click();

      if (answer === 'Cancel') {
        await expect(question).toBeHidden();
        expect(await desktop.seen()).toMatchObject({ edited: true });
        // It asks again the next time.
        await desktop.closeWindow();
        await expect(question).toBeVisible();
      } else {
        expect(await desktop.ended).toBe(0);
      }
      expect(readFileSync(path).equals(readFileSync(sample))).toBe(answer !== 'Save');
    });
  }

  test('asks nothing when all is saved', async ({ open, folder }) => {
    const desktop = await open();
    await openCopy(desktop, join(folder, 'hall.raceway'));
    await desktop.closeWindow();
    expect(await desktop.ended).toBe(0);
  });
});
