import { Fault } from "./door/fault";
import { base64 } from "./file";

/** Bytes per call: a megabyte in base64. */
const piece = 3 * 256 * 1024;

/** The file vanished or changed while it was read: the page says so, not the program. */
export const gone = "gone";

/** Where a file is brought to. */
export interface Way<Out> {
  begin: (input: { name: string; size: number }) => Promise<{ id: string }>;
  addPiece: (id: string, data: string) => Promise<unknown>;
  cancel: (id: string) => Promise<unknown>;
  finish: (id: string) => Promise<Out>;
}

/** Brings one file at a time to the program, piece by piece. */
export class Bringing {
  #name = $state("");
  #done = $state(0);
  #total = $state(0);
  #slow = $state(false);
  #stopped = false;

  /** The file that is under way, "" for none. */
  get name(): string {
    return this.#name;
  }

  get done(): number {
    return this.#done;
  }

  get total(): number {
    return this.#total;
  }

  /** It takes longer than a second. */
  get slow(): boolean {
    return this.#slow;
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Brings a file; gives undefined where the user stopped it. */
  async bring<Out>(file: File, name: string, way: Way<Out>): Promise<Out | undefined> {
    this.#name = name;
    this.#done = 0;
    this.#total = file.size;
    this.#stopped = false;
    const timer = setTimeout(() => (this.#slow = true), 1000);
    try {
      const { id } = await way.begin({ name, size: file.size });
      try {
        for (let at = 0; at < file.size; at += piece) {
          if (this.#stopped) {
            await way.cancel(id);
            return undefined;
          }
          await way.addPiece(id, base64(await read(file.slice(at, at + piece))));
          this.#done = Math.min(at + piece, file.size);
        }
        if (this.#stopped) {
          await way.cancel(id);
          return undefined;
        }
      } catch (cause) {
        await way.cancel(id);
        throw cause;
      }
      return await way.finish(id);
    } finally {
      clearTimeout(timer);
      this.#name = "";
      this.#slow = false;
    }
  }
}

/** Reads a part of a file that may be gone by now. */
async function read(part: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch (cause) {
    throw new Fault({ code: gone, key: "", message: "", detail: String(cause) });
  }
}
