/** Tags of a DXF file, and the handles that tie its things together: given in the order of writing, so always the same. */
import { decimal } from './number.ts';

export class DxfTags {
  private readonly lines: string[] = [];
  private handles = 0;

  tag(code: number, value: string | number): this {
    this.lines.push(String(code), typeof value === 'number' ? decimal(value, 6) : value);
    return this;
  }

  point(x: number, y: number, code = 10): this {
    return this.tag(code, x)
      .tag(code + 10, y)
      .tag(code + 20, 0);
  }

  /** The next free handle, as hexadecimal digits. */
  handle(): string {
    this.handles += 1;
    return this.handles.toString(16).toUpperCase();
  }

  /** Adds what another collection holds; its handles must come from this one. */
  append(other: DxfTags): this {
    for (const line of other.lines) this.lines.push(line);
    return this;
  }

  text(): string {
    return `${this.lines.join('\r\n')}\r\n`;
  }
}
