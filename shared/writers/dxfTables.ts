/** The frame of a DXF file that entities hang in: header, tables, block records, root dictionary. */
import type { PaperPoint } from '../sheets/drawing.ts';
import { DxfTags } from './dxfTags.ts';

export interface DxfContents {
  readonly layers: readonly { readonly name: string; readonly color: number; readonly lineType: string; readonly weight: number }[];
  /** Dashes and gaps in turn, in drawing units. */
  readonly lineTypes: readonly { readonly name: string; readonly dashesMm: readonly number[] }[];
  readonly blocks: readonly { readonly name: string; readonly symbol: string }[];
  readonly fontFamily: string;
}

const MODEL_SPACE = '*Model_Space';
const PAPER_SPACE = '*Paper_Space';
const MILLIMETRES = 4;

export class DxfTables {
  readonly modelSpace: string;
  readonly blocks: readonly { readonly name: string; readonly symbol: string; readonly record: string }[];
  private readonly contents: DxfContents;
  private readonly tags: DxfTags;
  private readonly paperSpace: string;

  /** `tags` gives all handles of the file. */
  constructor(tags: DxfTags, contents: DxfContents) {
    this.tags = tags;
    this.contents = contents;
    this.modelSpace = tags.handle();
    this.paperSpace = tags.handle();
    this.blocks = contents.blocks.map((block) => ({ ...block, record: tags.handle() }));
  }

  openBlock(into: DxfTags, name: string, record: string): void {
    into.tag(0, 'BLOCK').tag(5, this.tags.handle()).tag(330, record).tag(100, 'AcDbEntity').tag(8, '0');
    into.tag(100, 'AcDbBlockBegin').tag(2, name).tag(70, 0).point(0, 0).tag(3, name).tag(1, '');
  }

  closeBlock(into: DxfTags, record: string): void {
    into.tag(0, 'ENDBLK').tag(5, this.tags.handle()).tag(330, record).tag(100, 'AcDbEntity').tag(8, '0').tag(100, 'AcDbBlockEnd');
  }

  /** The whole file. */
  assemble(blocks: DxfTags, entities: DxfTags, extent: { readonly low: PaperPoint; readonly high: PaperPoint }): string {
    const tables = this.tableSection(extent);
    const spaces = new DxfTags();
    for (const [name, record] of [
      [MODEL_SPACE, this.modelSpace],
      [PAPER_SPACE, this.paperSpace],
    ] as const) {
      this.openBlock(spaces, name, record);
      this.closeBlock(spaces, record);
    }
    const objects = this.rootDictionary();
    const file = new DxfTags();
    file.tag(0, 'SECTION').tag(2, 'HEADER');
    // The seed is above every handle; handles are given only before this line.
    file.tag(9, '$ACADVER').tag(1, 'AC1015').tag(9, '$HANDSEED').tag(5, this.tags.handle());
    file.tag(9, '$DWGCODEPAGE').tag(3, 'ANSI_1252').tag(9, '$INSUNITS').tag(70, String(MILLIMETRES)).tag(9, '$MEASUREMENT').tag(70, '1');
    file.tag(9, '$LTSCALE').tag(40, 1).tag(9, '$LUNITS').tag(70, '2').tag(9, '$LUPREC').tag(70, '1');
    file.tag(9, '$EXTMIN').point(extent.low.x, extent.low.y).tag(9, '$EXTMAX').point(extent.high.x, extent.high.y);
    file.tag(0, 'ENDSEC').tag(0, 'SECTION').tag(2, 'CLASSES').tag(0, 'ENDSEC');
    file.append(tables).tag(0, 'SECTION').tag(2, 'BLOCKS').append(spaces).append(blocks).tag(0, 'ENDSEC');
    file.tag(0, 'SECTION').tag(2, 'ENTITIES').append(entities).tag(0, 'ENDSEC').append(objects).tag(0, 'EOF');
    return file.text();
  }

  private tableSection(extent: { readonly low: PaperPoint; readonly high: PaperPoint }): DxfTags {
    const { layers, lineTypes, fontFamily } = this.contents;
    const out = new DxfTags();
    out.tag(0, 'SECTION').tag(2, 'TABLES');
    this.table(out, 'VPORT', ['*Active'], (_name, record) => {
      const [width, height] = [extent.high.x - extent.low.x, extent.high.y - extent.low.y];
      record('AcDbViewportTableRecord', '*Active').tag(70, 0).tag(10, 0).tag(20, 0).tag(11, 1).tag(21, 1);
      out
        .tag(12, extent.low.x + width / 2)
        .tag(22, extent.low.y + height / 2)
        .tag(13, 0)
        .tag(23, 0)
        .tag(14, 10)
        .tag(24, 10)
        .tag(15, 10)
        .tag(25, 10);
      out
        .tag(16, 0)
        .tag(26, 0)
        .tag(36, 1)
        .tag(17, 0)
        .tag(27, 0)
        .tag(37, 0)
        .tag(40, height * 1.05)
        .tag(41, width / height)
        .tag(42, 50);
    });
    this.table(out, 'LTYPE', ['BYBLOCK', 'BYLAYER', 'CONTINUOUS', ...lineTypes.map(({ name }) => name)], (name, record) => {
      const dashes = lineTypes.find((lineType) => lineType.name === name)?.dashesMm ?? [];
      record('AcDbLinetypeTableRecord', name).tag(70, 0).tag(3, '').tag(72, 65).tag(73, dashes.length);
      out.tag(
        40,
        dashes.reduce((sum, dash) => sum + dash, 0),
      );
      dashes.forEach((dash, i) => out.tag(49, i % 2 === 0 ? dash : -dash).tag(74, 0));
    });
    this.table(out, 'LAYER', ['0', ...layers.map(({ name }) => name)], (name, record) => {
      const layer = layers.find((one) => one.name === name) ?? { color: 7, lineType: 'CONTINUOUS', weight: 25 };
      record('AcDbLayerTableRecord', name).tag(70, 0).tag(62, layer.color).tag(6, layer.lineType).tag(370, layer.weight);
    });
    this.table(out, 'STYLE', ['STANDARD', 'REGULAR', 'SEMIBOLD'], (name, record) => {
      const file = name === 'SEMIBOLD' ? `${fontFamily}-SemiBold.ttf` : `${fontFamily}-Regular.ttf`;
      record('AcDbTextStyleTableRecord', name).tag(70, 0).tag(40, 0).tag(41, 1).tag(50, 0).tag(71, 0).tag(42, 2.5).tag(3, file).tag(4, '');
    });
    this.table(out, 'VIEW', [], () => undefined);
    this.table(out, 'UCS', [], () => undefined);
    this.table(out, 'APPID', ['ACAD'], (name, record) => record('AcDbRegAppTableRecord', name).tag(70, 0));
    this.dimensionStyles(out);
    this.blockRecords(out);
    return out.tag(0, 'ENDSEC');
  }

  /** One table; `write` gets for each name a function that writes what all its records begin with. */
  private table(
    out: DxfTags,
    type: string,
    names: readonly string[],
    write: (name: string, record: (subclass: string, name: string) => DxfTags) => void,
  ): void {
    const owner = this.tags.handle();
    out.tag(0, 'TABLE').tag(2, type).tag(5, owner).tag(330, '0').tag(100, 'AcDbSymbolTable').tag(70, names.length);
    for (const name of names) {
      write(name, (subclass, recordName) =>
        out.tag(0, type).tag(5, this.tags.handle()).tag(330, owner).tag(100, 'AcDbSymbolTableRecord').tag(100, subclass).tag(2, recordName),
      );
    }
    out.tag(0, 'ENDTAB');
  }

  /** The one record that has its handle under another code. */
  private dimensionStyles(out: DxfTags): void {
    const owner = this.tags.handle();
    out.tag(0, 'TABLE').tag(2, 'DIMSTYLE').tag(5, owner).tag(330, '0').tag(100, 'AcDbSymbolTable').tag(70, 1).tag(100, 'AcDbDimStyleTable');
    out
      .tag(0, 'DIMSTYLE')
      .tag(105, this.tags.handle())
      .tag(330, owner)
      .tag(100, 'AcDbSymbolTableRecord')
      .tag(100, 'AcDbDimStyleTableRecord');
    out.tag(2, 'STANDARD').tag(70, 0).tag(0, 'ENDTAB');
  }

  private blockRecords(out: DxfTags): void {
    const owner = this.tags.handle();
    const records = [{ name: MODEL_SPACE, record: this.modelSpace }, { name: PAPER_SPACE, record: this.paperSpace }, ...this.blocks];
    out.tag(0, 'TABLE').tag(2, 'BLOCK_RECORD').tag(5, owner).tag(330, '0').tag(100, 'AcDbSymbolTable').tag(70, records.length);
    for (const { name, record } of records) {
      out
        .tag(0, 'BLOCK_RECORD')
        .tag(5, record)
        .tag(330, owner)
        .tag(100, 'AcDbSymbolTableRecord')
        .tag(100, 'AcDbBlockTableRecord')
        .tag(2, name);
    }
    out.tag(0, 'ENDTAB');
  }

  private rootDictionary(): DxfTags {
    const [root, groups] = [this.tags.handle(), this.tags.handle()];
    const out = new DxfTags();
    out.tag(0, 'SECTION').tag(2, 'OBJECTS');
    out.tag(0, 'DICTIONARY').tag(5, root).tag(330, '0').tag(100, 'AcDbDictionary').tag(281, 1).tag(3, 'ACAD_GROUP').tag(350, groups);
    out.tag(0, 'DICTIONARY').tag(5, groups).tag(330, root).tag(100, 'AcDbDictionary').tag(281, 1);
    return out.tag(0, 'ENDSEC');
  }
}
