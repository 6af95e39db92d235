/** What the tests use of plist, which brings no types: property lists of macOS to values and back. */
declare module 'plist' {
  const plist: { parse(xml: string): unknown; build(value: unknown): string };
  export default plist;
}
