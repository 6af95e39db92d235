/** What the person wants on sheets, the same for their preview, export and print, as long as the window. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface SheetChoice {
  /** Whether floor plans show the drawings that lie under them. */
  readonly drawings: boolean;
  /** Whether they show open notes. */
  readonly notes: boolean;
}

export const sheetChoice = createStore<SheetChoice>(() => ({ drawings: true, notes: true }));

export function useSheetChoice<T>(select: (choice: SheetChoice) => T): T {
  return useStore(sheetChoice, select);
}
