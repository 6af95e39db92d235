/** The drawing: the hall to scale, with rulers. Fills its parent, which gives it a size. */
export function CanvasView() {
  return <div style={{ position: 'absolute', inset: 0 }} role="application" aria-label="Plan of the hall" />;
}
