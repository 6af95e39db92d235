/** A PDF of one page, 300 by 200 points, written out by hand so that nothing of ours stands between its operators and their reader. */
interface PageOptions {
  readonly rotate?: number;
  /** Names /Photo (2 × 1, red and blue) and /Stencil (2 × 2). */
  readonly pictures?: boolean;
}

export function pdfPage(content: string, { rotate = 0, pictures = false }: PageOptions = {}): Buffer {
  const xObjects = pictures ? '/XObject << /Photo 8 0 R /Stencil 9 0 R >>' : '';
  const resources =
    '<< /Font << /F 5 0 R >> /ExtGState << /Clear << /CA 0 /ca 0 >> >> /Properties << /Off 6 0 R /Walls 7 0 R >> ' + `${xObjects} >>`;
  const stream = (head: string, body: string): string => `<< ${head} /Length ${body.length} >>\nstream\n${body}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Rotate ${rotate} /Contents 4 0 R /Resources ${resources} >>`,
    stream('', content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /OCG /Name (Hidden) >>',
    '<< /Type /OCG /Name (A-WALL) >>',
    stream('/Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB', '\xff\x00\x00\x00\x00\xff'),
    stream('/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 1 /ImageMask true', '\x7f\xbf'),
  ];
  let text = '%PDF-1.5\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
