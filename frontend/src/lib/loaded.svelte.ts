import { type Fault, faultOf } from "./door/fault";

/**
 * Something that a screen shows and the program has. While it is fetched
 * again the old value stays, and only the latest fetch counts.
 */
export class Loaded<Value> {
  #value = $state.raw<Value | undefined>();
  #fault = $state.raw<Fault | undefined>();
  #turn = 0;
  readonly #fetch: () => Promise<Value>;

  constructor(fetch: () => Promise<Value>) {
    this.#fetch = fetch;
  }

  get value(): Value | undefined {
    return this.#value;
  }

  get fault(): Fault | undefined {
    return this.#fault;
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const value = await this.#fetch();
      if (turn === this.#turn) this.set(value);
    } catch (cause) {
      if (turn === this.#turn) this.#fault = faultOf(cause);
    }
  }

  /** Takes a value that came with another call. */
  set(value: Value): void {
    this.#turn++;
    this.#value = value;
    this.#fault = undefined;
  }
}
