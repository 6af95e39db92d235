/**
 * The planner's actions that the desktop's native menu shows: ids of the page's own table (a test compares them), with the words
 * and keys as the menu writes them.
 */
export interface MenuAction {
  readonly id: string;
  readonly label: string;
  /** In Electron's spelling: `CmdOrCtrl+Shift+S`. */
  readonly accelerator?: string;
}

export type MenuEntry = MenuAction | 'separator';

export const menuGroups: Readonly<Record<'file' | 'edit' | 'view', readonly MenuEntry[]>> = {
  file: [
    { id: 'file.new', label: 'New plan', accelerator: 'CmdOrCtrl+Alt+N' },
    { id: 'file.open', label: 'Open…', accelerator: 'CmdOrCtrl+O' },
    'separator',
    { id: 'file.save', label: 'Save', accelerator: 'CmdOrCtrl+S' },
    { id: 'file.saveAs', label: 'Save as…', accelerator: 'CmdOrCtrl+Shift+S' },
  ],
  edit: [
    { id: 'edit.undo', label: 'Undo', accelerator: 'CmdOrCtrl+Z' },
    { id: 'edit.redo', label: 'Redo', accelerator: 'CmdOrCtrl+Shift+Z' },
    'separator',
    { id: 'edit.duplicate', label: 'Duplicate', accelerator: 'CmdOrCtrl+D' },
    { id: 'edit.delete', label: 'Delete', accelerator: 'Delete' },
  ],
  view: [
    { id: 'view.zoomIn', label: 'Zoom in', accelerator: 'CmdOrCtrl+=' },
    { id: 'view.zoomOut', label: 'Zoom out', accelerator: 'CmdOrCtrl+-' },
    { id: 'view.fit', label: 'Fit the hall', accelerator: 'Shift+1' },
  ],
};
