/** What a person does in the planner, as steps for the specs. Files go by download and file input, as in a browser without file access. */
import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';

/** Text of an element with its thin spaces made plain. */
export async function plainText(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}

export class PlannerPage {
  readonly page: Page;
  readonly drawing: Locator;
  readonly status: Locator;
  readonly inspector: Locator;

  constructor(page: Page) {
    this.page = page;
    this.drawing = page.getByRole('application', { name: 'Plan of the hall' });
    this.status = page.getByRole('contentinfo', { name: 'Status' });
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
  }

  async open(address = '/'): Promise<void> {
    await this.page.addInitScript(() => {
      Reflect.deleteProperty(window, 'showOpenFilePicker');
      Reflect.deleteProperty(window, 'showSaveFilePicker');
    });
    await this.page.goto(address);
    await expect(this.page.getByRole('searchbox')).toBeVisible();
  }

  async openSample(id: 'one-megawatt-hall' | 'eight-cabinets'): Promise<void> {
    await this.open(`/?sample=${id}`);
    await expect(this.status).toContainText('links on');
  }

  async chooseFromFileMenu(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'File', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Finds a thing by name, selects it and brings it to the middle of the view. */
  async pick(name: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(name);
    await this.page.getByRole('option', { name }).first().click();
    await expect(this.status.getByRole('status')).toContainText('selected');
  }

  /** The same, and what it is stands in the inspector. */
  async find(name: string): Promise<void> {
    await this.pick(name);
    await expect(this.inspector.getByRole('heading', { level: 2 })).toContainText(name);
  }

  /** Waits until the figures are those of the plan as it stands. */
  async settled(): Promise<void> {
    await expect(this.status).toHaveAttribute('aria-busy', 'false');
  }

  /** Metres of cable required, as the status bar has them once they are settled. */
  async required(): Promise<string> {
    await this.settled();
    return plainText(this.page.getByTestId('required'));
  }

  /** Likely person-hours, to the hundredth. */
  async hours(): Promise<string> {
    await this.settled();
    return (await this.page.getByTestId('hours').getAttribute('title')) ?? '';
  }

  async save(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.page.keyboard.press('Control+s');
    return download;
  }

  async openFile(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.chooseFromFileMenu('Open…');
    await (await chooser).setFiles(path);
  }

  /** Opens a plan that is not on disk. */
  async openText(name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.chooseFromFileMenu('Open…');
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  /** Exports by the dialog; `what` and `form` as they read there. */
  async export(what: string, form: string): Promise<Download> {
    await this.chooseFromFileMenu('Export…');
    const dialog = this.page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: what }).check();
    const formBox = dialog.getByRole('combobox', { name: 'Form' });
    if ((await formBox.inputValue()) !== form) {
      await formBox.click();
      await this.page.getByRole('option', { name: form }).click();
    }
    const download = this.page.waitForEvent('download', { timeout: 60_000 });
    await dialog.getByRole('button', { name: 'Export' }).click();
    return download;
  }

  /** Middle of the drawing, which is where a found thing stands. */
  async middle(): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.drawing.boundingBox();
    if (box === null) throw new Error('the drawing is not on the page');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
}

export async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
