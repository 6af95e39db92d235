/** Names and types of the files that an export makes. */
import type { ExportKind, Packing } from '../../shared/engine/exports.ts';

/** `hall.raceway` and a PDF of the sheets: `hall.pdf`; several drawings: `hall-svg.zip`. */
export function exportFileName(planName: string, what: ExportKind, packing: Packing = 'plain'): string {
  const name = plainName(planName, what);
  return packing === 'zip' ? name.replace(/\.(\w+)$/, '-$1.zip') : name;
}

function plainName(planName: string, what: ExportKind): string {
  const stem = planName.replace(/\.raceway$/, '');
  switch (what.kind) {
    case 'bom-csv':
      return `${stem}-bom.csv`;
    case 'bom-xlsx':
      return `${stem}-bom.xlsx`;
    case 'cables-csv':
      return `${stem}-cables.csv`;
    case 'cables-xlsx':
      return `${stem}-cables.xlsx`;
    case 'looms-csv':
      return `${stem}-looms.csv`;
    case 'looms-xlsx':
      return `${stem}-looms.xlsx`;
    case 'sheets-pdf':
      return `${stem}.pdf`;
    case 'sheets-svg':
    case 'sheet-svg':
      return `${stem}.svg`;
    case 'sheets-dxf':
      return `${stem}.dxf`;
    case 'sheets-print':
      return `${stem}.json`;
  }
}

export function exportMimeType({ kind }: ExportKind, packing: Packing = 'plain'): string {
  if (packing === 'zip') return 'application/zip';
  switch (kind) {
    case 'bom-csv':
    case 'cables-csv':
    case 'looms-csv':
      return 'text/csv';
    case 'bom-xlsx':
    case 'cables-xlsx':
    case 'looms-xlsx':
      return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    case 'sheets-pdf':
      return 'application/pdf';
    case 'sheets-svg':
    case 'sheet-svg':
      return 'image/svg+xml';
    case 'sheets-dxf':
      return 'image/vnd.dxf';
    case 'sheets-print':
      return 'application/json';
  }
}
