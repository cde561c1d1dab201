/** What a draft was before each of its changes. It holds plain values, which nobody changes afterwards. */
export class DraftHistory<Value> {
  #past = $state.raw<Value[]>([]);
  #latest = $state.raw() as Value;

  constructor(now: Value) {
    this.#latest = now;
  }

  /** Tells whether there is a change to take back. */
  changes(now: Value): boolean {
    return this.#past.length > 0 || !same(now, this.#latest);
  }

  /** Remembers what was, where it changed since. */
  keep(now: Value): void {
    if (same(now, this.#latest)) return;
    this.#past = [...this.#past, this.#latest];
    this.#latest = now;
  }

  /** Forgets what was: there is nothing to take back. */
  settle(now: Value): void {
    this.#past = [];
    this.#latest = now;
  }

  /** Gives what was before the latest change, undefined where nothing changed. */
  takeBack(now: Value): Value | undefined {
    this.keep(now);
    const before = this.#past.at(-1);
    if (before === undefined) return undefined;
    this.#past = this.#past.slice(0, -1);
    this.#latest = before;
    return before;
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
