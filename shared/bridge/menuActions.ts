/**
 * The planner's actions that the desktop's native menu shows: ids, words and keys as in the page's own table of actions
 * (a test compares them), since the host must know them before the page is there.
 */
export interface MenuAction {
  readonly id: string;
  readonly label: string;
  /** `Ctrl+Shift+S`; on macOS Ctrl stands for the command key. */
  readonly shortcut: string | null;
}

export type MenuEntry = MenuAction | 'separator';

export const menuGroups: Readonly<Record<'file' | 'edit' | 'view', readonly MenuEntry[]>> = {
  file: [
    { id: 'file.new', label: 'New plan', shortcut: null },
    { id: 'file.generate', label: 'Generate a plan…', shortcut: 'G' },
    { id: 'file.open', label: 'Open…', shortcut: 'Ctrl+O' },
    'separator',
    { id: 'file.save', label: 'Save', shortcut: 'Ctrl+S' },
    { id: 'file.saveAs', label: 'Save as…', shortcut: 'Ctrl+Shift+S' },
    'separator',
    { id: 'file.settings', label: 'Plan settings…', shortcut: 'Ctrl+,' },
    { id: 'export.open', label: 'Export…', shortcut: 'Ctrl+E' },
  ],
  edit: [
    { id: 'edit.undo', label: 'Undo', shortcut: 'Ctrl+Z' },
    { id: 'edit.redo', label: 'Redo', shortcut: 'Ctrl+Shift+Z' },
    'separator',
    { id: 'edit.duplicate', label: 'Duplicate', shortcut: 'Ctrl+D' },
    { id: 'edit.delete', label: 'Delete', shortcut: 'Delete' },
    { id: 'edit.rotate', label: 'Rotate clockwise', shortcut: 'R' },
    'separator',
    { id: 'edit.select-all', label: 'Select all cabinets', shortcut: 'Ctrl+A' },
  ],
  view: [
    { id: 'view.zoomIn', label: 'Zoom in', shortcut: 'Ctrl+=' },
    { id: 'view.zoomOut', label: 'Zoom out', shortcut: 'Ctrl+-' },
    { id: 'view.fit', label: 'Fit the hall', shortcut: 'Shift+1' },
    { id: 'view.zoom-selection', label: 'Zoom to the selection', shortcut: 'Shift+2' },
    'separator',
    { id: 'view.theme', label: 'Light or dark', shortcut: null },
    { id: 'view.units', label: 'Metric or imperial', shortcut: null },
    { id: 'view.shortcuts', label: 'Keyboard shortcuts', shortcut: '?' },
  ],
};
