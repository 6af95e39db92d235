/** Names and types of the files that an export makes. */
import type { ExportKind } from '../../shared/engine/protocol.ts';

/** `hall.raceway` and a PDF of the sheets: `hall.pdf`. */
export function exportFileName(planName: string, what: ExportKind): string {
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
    case 'sheets-pdf':
      return `${stem}.pdf`;
    case 'plan-svg':
    case 'sheet-svg':
      return `${stem}.svg`;
    case 'plan-dxf':
      return `${stem}.dxf`;
  }
}

export function exportMimeType({ kind }: ExportKind): string {
  switch (kind) {
    case 'bom-csv':
    case 'cables-csv':
      return 'text/csv';
    case 'bom-xlsx':
    case 'cables-xlsx':
      return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    case 'sheets-pdf':
      return 'application/pdf';
    case 'plan-svg':
    case 'sheet-svg':
      return 'image/svg+xml';
    case 'plan-dxf':
      return 'image/vnd.dxf';
  }
}
