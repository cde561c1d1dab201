import { keepsOpen } from "../../lib/closing";
import { type Place, placeApi } from "../../lib/door/place";
import { answers } from "../../lib/saving/answers.svelte";

/** How long somebody must stay before it is remembered, in milliseconds. */
const pause = 300;

type Where = Pick<Place, "view" | "filter" | "criterion">;

/** Remembers where somebody stands in an assessment, for tomorrow on this machine. Losing it costs a few clicks. */
export class PlaceKeeper {
  readonly #id: string;
  #where: Where | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(id: string) {
    this.#id = id;
  }

  /** Gives where somebody stood; nowhere, where that can't be told. */
  async load(): Promise<Place> {
    try {
      return await placeApi.place(this.#id);
    } catch {
      return { view: "", filter: "", criterion: "", at: "" };
    }
  }

  stand(where: Where): void {
    this.#where = where;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), pause);
  }

  /** Remembers at once what waits. */
  flush = (): void => {
    if (this.#timer === undefined || !this.#where) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    placeApi.savePlace({ assessmentId: this.#id, ...this.#where }).catch(() => undefined);
  };

  /** Follows saves: one stood here after what was answered here. Gives what ends that. */
  listen(): () => void {
    const ends = [
      answers.onSaved((id) => {
        if (id === this.#id && this.#where) this.stand(this.#where);
      }),
      keepsOpen(() => {
        this.flush();
        return false;
      }),
    ];
    addEventListener("pagehide", this.flush);
    return () => {
      removeEventListener("pagehide", this.flush);
      for (const end of ends) end();
      this.flush();
    };
  }
}
