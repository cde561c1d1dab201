import { answerApi, type Attached } from "../../lib/door/answer";
import { base64 } from "../../lib/file";
import { Fault } from "../../lib/door/fault";

/** Bytes per call: a megabyte in base64. */
const piece = 3 * 256 * 1024;

/** The file vanished or changed while it was read: the page says so, not the program. */
export const gone = "gone";

/** Brings one file at a time to the program, piece by piece. */
export class Attaching {
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

  /** Attaches a file; gives undefined where the user stopped it. */
  async attach(file: File, name: string, of: { assessmentId: string; criterion: string }): Promise<Attached | undefined> {
    this.#name = name;
    this.#done = 0;
    this.#total = file.size;
    this.#stopped = false;
    const timer = setTimeout(() => (this.#slow = true), 1000);
    try {
      const { id } = await answerApi.begin({ name, size: file.size });
      try {
        for (let at = 0; at < file.size; at += piece) {
          if (this.#stopped) {
            await answerApi.cancel(id);
            return undefined;
          }
          await answerApi.addPiece(id, base64(await read(file.slice(at, at + piece))));
          this.#done = Math.min(at + piece, file.size);
        }
      } catch (cause) {
        await answerApi.cancel(id);
        throw cause;
      }
      return await answerApi.finish(id, of);
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
