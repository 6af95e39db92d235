/** Hands bytes over as a browser's download. */

export function download(name: string, mimeType: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([copyOf(bytes)], { type: mimeType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Files and blobs refuse memory that might be shared. */
export function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
