/** What a queue tells about itself. */
export interface SaveState {
  /** Values that are not on the disk yet, failed ones included. */
  waiting: number;
  /** Why the first of the failed ones could not be saved. */
  failure: unknown;
}

/** Calls back later; gives what prevents it. */
export type Later = (callBack: () => void, milliseconds: number) => () => void;

interface Item<Value> {
  value: Value;
  version: number;
  due: boolean;
  /** The version that is under way. */
  sending?: number;
  prevent?: () => void;
  failure?: { cause: unknown };
}

interface Hooks<Reply> {
  /** A value is on the disk; latest tells whether nothing newer waits for the same key. */
  saved(key: string, reply: Reply, latest: boolean): void;
  changed(state: SaveState): void;
}

/**
 * Saves values one after another, the latest per key. What is typed while a
 * save is under way is saved after it, so that neither an earlier save nor a
 * late reply can take its place. A failed value stays, and is tried again when
 * it changes, on a retry and on a flush.
 */
export class SaveQueue<Value, Reply> {
  readonly #save: (key: string, value: Value) => Promise<Reply>;
  readonly #hooks: Hooks<Reply>;
  readonly #later: Later;
  readonly #items = new Map<string, Item<Value>>();
  #working: Promise<void> | undefined;

  constructor(save: (key: string, value: Value) => Promise<Reply>, hooks: Hooks<Reply>, later: Later = timer) {
    this.#save = save;
    this.#hooks = hooks;
    this.#later = later;
  }

  get state(): SaveState {
    const failed = [...this.#items.values()].find((item) => item.failure);
    return { waiting: this.#items.size, failure: failed?.failure?.cause };
  }

  /** The values that are not on the disk yet. */
  waiting(): [string, Value][] {
    return [...this.#items].map(([key, item]) => [key, item.value]);
  }

  /** Keeps a value to be saved, at once or when it has stayed the same for a while. */
  put(key: string, value: Value, delay = 0): void {
    const item: Item<Value> = this.#items.get(key) ?? { value, version: 0, due: false };
    item.prevent?.();
    delete item.prevent;
    item.value = value;
    item.version++;
    this.#items.set(key, item);
    if (delay > 0) {
      item.prevent = this.#later(() => this.#makeDue(item), delay);
    } else {
      this.#makeDue(item);
    }
    this.#changed();
  }

  /** Saves what waits, now. Tells whether everything is on the disk. */
  async flush(): Promise<boolean> {
    for (const item of this.#items.values()) this.#makeDue(item);
    await this.#working;
    return this.#items.size === 0;
  }

  #makeDue(item: Item<Value>): void {
    item.prevent?.();
    delete item.prevent;
    if (item.sending !== item.version) item.due = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  async #work(): Promise<void> {
    for (let next = this.#next(); next; next = this.#next()) {
      const [key, item] = next;
      const { value, version } = item;
      item.due = false;
      item.sending = version;
      let reply: Reply;
      try {
        reply = await this.#save(key, value);
      } catch (cause) {
        item.failure = { cause };
        this.#changed();
        continue;
      } finally {
        delete item.sending;
      }
      delete item.failure;
      const latest = item.version === version;
      if (latest) this.#items.delete(key);
      this.#hooks.saved(key, reply, latest);
      this.#changed();
    }
  }

  #next(): [string, Item<Value>] | undefined {
    return [...this.#items].find(([, item]) => item.due);
  }

  #changed(): void {
    this.#hooks.changed(this.state);
  }
}

const timer: Later = (callBack, milliseconds) => {
  const handle = setTimeout(callBack, milliseconds);
  return () => {
    clearTimeout(handle);
  };
};
