/** A DXF of these lines of pairs: `0 LINE 8 A`, a pair a word couple. */
export function dxf(...sections: readonly string[]): Uint8Array {
  const pairs = sections.join(' ').trim().split(/\s+/);
  return new TextEncoder().encode(`${[...pairs, '0', 'EOF'].join('\n')}\n`);
}

/** A section of such a file. */
export function section(name: string, content: string): string {
  return `0 SECTION 2 ${name} ${content} 0 ENDSEC`;
}
