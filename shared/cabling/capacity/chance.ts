/** Chance that is the same every time. */
export class Chance {
  #state = 0x2545f491;

  below(count: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * count);
  }

  shuffled<T>(list: readonly T[]): T[] {
    const mixed = [...list];
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
    }
    return mixed;
  }

  some<T>(list: readonly T[], most: number): T[] {
    return this.shuffled(list).slice(0, this.below(Math.min(most, list.length) + 1));
  }
}
