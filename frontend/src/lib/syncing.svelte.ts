import { api } from "./door/api";
import { on } from "./door/door";
import { type Fault, faultOf } from "./door/fault";
import type { Doubt, JobProgress } from "./door/types";
import { notices } from "./notices.svelte";
import { router } from "./route/router.svelte";
import { answers } from "./saving/answers.svelte";
import { session } from "./session/session.svelte";
import { faultText } from "./text/faultText";
import { t } from "./text/text.svelte";

/** A job that takes less gets no bar: it would only flicker. */
const long = 1000;

/** The exchange with the working group's server. One runs at a time, whoever asks. */
class Syncing {
  #running = $state(false);
  #long = $state(false);
  #progress = $state.raw<JobProgress | undefined>();
  #fault = $state.raw<Fault | undefined>();
  #message = $state("");
  #doubts = $state.raw<Doubt[]>([]);

  get running(): boolean {
    return this.#running;
  }

  /** It runs long enough for a bar. */
  get long(): boolean {
    return this.#running && this.#long;
  }

  get progress(): JobProgress | undefined {
    return this.#progress;
  }

  /** Why the last run failed. */
  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** What the last run did. */
  get message(): string {
    return this.#message;
  }

  /** Files on the server that the last run did not take. */
  get doubts(): Doubt[] {
    return this.#doubts;
  }

  /** Hands in what is not proven to be on the server, and fetches receipts. Where the screen tells the message itself, no notice repeats it. */
  async run(told: () => boolean = () => false): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.#fault = undefined;
    this.#message = "";
    this.#doubts = [];
    const end = this.#follow();
    await answers.flush();
    try {
      const { message, doubts } = await api.sync();
      [this.#message, this.#doubts] = [message, doubts];
      if (!told()) notices.show({ text: this.#message }, { onNextScreen: true });
    } catch (cause) {
      this.#fault = faultOf(cause);
      this.#tell(this.#fault);
    } finally {
      end();
      this.#running = false;
    }
    await session.changed().catch(() => undefined); // the screens say so themselves
  }

  /** Asks a run to stop; what it proved so far stays proven. */
  async cancel(): Promise<void> {
    await api.cancelSync().catch(() => undefined); // the run itself tells how it ended
  }

  #follow(): () => void {
    const timer = setTimeout(() => (this.#long = true), long);
    const stop = on("progress", (data) => {
      const progress = data as JobProgress;
      if (progress.job === "sync") this.#progress = progress;
    });
    return () => {
      clearTimeout(timer);
      stop();
      this.#long = false;
      this.#progress = undefined;
    };
  }

  /** The page about syncing shows the fault itself. */
  #tell(fault: Fault): void {
    if (router.route.name === "sync") return;
    notices.show({
      text: faultText(fault),
      action: { label: t("sync.show"), run: () => router.go({ name: "sync" }) },
    });
  }
}

export const syncing = new Syncing();
