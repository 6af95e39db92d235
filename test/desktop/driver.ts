/** A running desktop program as the specs hold it that run on the stand-in and on real Electron alike. */
import type { Page } from '@playwright/test';

export type DialogKind = 'open' | 'save' | 'message';
export type DialogOptions = Readonly<Record<string, unknown>>;

/** What a person would see of a window. */
export interface ShownWindow {
  readonly title: string;
  readonly edited: boolean;
  readonly shown: boolean;
}

export interface DesktopDriver {
  /** Resolves with the program's exit code. */
  readonly ended: Promise<number | null>;
  page(): Promise<Page>;
  /** The page's address as the program knows it. */
  address(): Promise<string>;
  seen(): Promise<ShownWindow>;
  /** Chooses a command of the native menu, by id or role, once it is there and not gray. */
  choose(id: string): Promise<void>;
  /** The cross of the window's frame. */
  closeWindow(): Promise<void>;
  /** Answers the next native dialog of this kind; resolves with what it was shown with. */
  nextDialog(kind: DialogKind, answer: unknown): Promise<DialogOptions>;
  choosesToOpen(path: string): Promise<DialogOptions>;
  choosesToSave(path: string): Promise<DialogOptions>;
}
