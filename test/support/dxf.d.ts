/** The part of the `dxf` parser that tests use; it has no types of its own. */
declare module 'dxf' {
  export class Helper {
    constructor(text: string);
    readonly parsed: unknown;
    toPolylines(): { readonly polylines: readonly { readonly rgb: readonly [number, number, number] }[] };
  }
  /** By AutoCAD's index. */
  export const colors: readonly (readonly [number, number, number])[];
}
