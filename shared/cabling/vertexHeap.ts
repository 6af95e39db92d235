/** Vertices, the smallest key first, in typed arrays. One may stand in it more than once; the caller drops stale entries. */
export class VertexHeap {
  size = 0;
  readonly #keys: Float64Array;
  readonly #vertices: Int32Array;

  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity);
    this.#vertices = new Int32Array(capacity);
  }

  clear(): void {
    this.size = 0;
  }

  topKey(): number {
    return this.#keys[0]!;
  }

  push(vertex: number, key: number): void {
    const keys = this.#keys;
    const vertices = this.#vertices;
    let hole = this.size;
    this.size += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (keys[parent]! <= key) break;
      keys[hole] = keys[parent]!;
      vertices[hole] = vertices[parent]!;
      hole = parent;
    }
    keys[hole] = key;
    vertices[hole] = vertex;
  }

  pop(): number {
    const keys = this.#keys;
    const vertices = this.#vertices;
    const top = vertices[0]!;
    this.size -= 1;
    const key = keys[this.size]!;
    const vertex = vertices[this.size]!;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && keys[child + 1]! < keys[child]!) child += 1;
      if (keys[child]! >= key) break;
      keys[hole] = keys[child]!;
      vertices[hole] = vertices[child]!;
      hole = child;
    }
    keys[hole] = key;
    vertices[hole] = vertex;
    return top;
  }
}
