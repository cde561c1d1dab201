/** What was measured last of something that can change while it is being measured. */
export class Latest<T> {
  #value = $state.raw<T | undefined>();
  #changes = 0;

  get value(): T | undefined {
    return this.#value;
  }

  /** It changed: what was measured is no longer so. */
  drop(): void {
    this.#changes++;
    this.#value = undefined;
  }

  /** Takes the figures when they come, unless it changed in the meantime. */
  async take(found: Promise<T>): Promise<void> {
    this.drop();
    const changes = this.#changes;
    const value = await found;
    if (changes === this.#changes) this.#value = value;
  }
}
