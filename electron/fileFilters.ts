/** The kinds of file that the dialogs offer. */
import { extname } from 'node:path';

interface FileFilter {
  name: string;
  extensions: string[];
}

const anyFile: FileFilter = { name: 'All files', extensions: ['*'] };

const exportNames: Readonly<Record<string, string>> = {
  csv: 'Comma-separated values',
  xlsx: 'Excel workbook',
  pdf: 'PDF document',
  svg: 'SVG drawing',
  dxf: 'DXF drawing',
  zip: 'ZIP archive',
  json: 'JSON',
};

export function planFilters(): FileFilter[] {
  return [{ name: 'Raceway plan', extensions: ['raceway'] }, anyFile];
}

/** By the ending of the suggested name. */
export function exportFilters(suggestedName: string): FileFilter[] {
  const ending = extname(suggestedName).slice(1).toLowerCase();
  const name = exportNames[ending];
  return name === undefined ? [anyFile] : [{ name, extensions: [ending] }, anyFile];
}
