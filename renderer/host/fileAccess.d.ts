/** The part of the File System Access API that TypeScript's DOM library does not have. */
interface FilePickerType {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

interface Window {
  showOpenFilePicker?(options: { readonly types: readonly FilePickerType[]; readonly multiple: false }): Promise<[FileSystemFileHandle]>;
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types?: readonly FilePickerType[];
  }): Promise<FileSystemFileHandle>;
}

interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

interface FileSystemHandle {
  requestPermission?(options: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>;
}
