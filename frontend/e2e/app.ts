import { type Page, test as base } from "@playwright/test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, Served } from "./program";

export { expect } from "@playwright/test";

interface Options {
  /** Begin with the fictional town. */
  sample: boolean;
  lang: string;
  /** The page's policy is expected to refuse something: that is no problem then. */
  refusals: boolean;
}

/** The program with a data folder of its own, shown in the page. */
export class App {
  readonly #page: Page;
  readonly #options: Omit<Options, "refusals">;
  readonly #data = folder();
  #program: Served | undefined;
  url = "";

  constructor(page: Page, options: Omit<Options, "refusals">) {
    this.#page = page;
    this.#options = options;
  }

  get data(): string {
    return join(this.#data.path, "data"); // the sample data may come beside it
  }

  /** Starts the program and opens its first screen. */
  async start(): Promise<void> {
    const { sample, lang } = this.#options;
    const args = ["browser", "--data", this.data, ...(lang ? ["--lang", lang] : []), ...(sample ? ["--sample"] : [])];
    this.#program = new Served(args);
    this.url = await this.#program.url;
    await this.#page.goto(this.url);
    await this.#page.getByRole("heading", { level: 1 }).waitFor();
  }

  /** Ends the program; with SIGKILL it gets no chance to save anything. */
  async end(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    await this.#program?.stop(signal);
    this.#program = undefined;
  }

  async close(): Promise<void> {
    await this.end("SIGKILL");
    this.#data.remove();
  }

  /** Opens a place by its address, in a page that knows nothing of the one before. */
  async goTo(hash: string): Promise<void> {
    await this.#page.goto("about:blank");
    await this.#page.goto(this.url + hash);
    await this.#page.getByRole("heading", { level: 1 }).waitFor();
  }

  /** Puts a file where the sample data's folder would come. */
  blockSample(): void {
    writeFileSync(`${this.data}-sample`, "");
  }

  /** Calls a method of the facade, to arrange or to look behind the screen. */
  async call<Out>(method: string, input: object = {}): Promise<Out> {
    const response = await this.#page.request.post(`${this.url}call/${method}`, { data: input });
    const reply = (await response.json()) as { result?: Out; fault?: { message: string } };
    if (reply.fault) throw new Error(`${method}: ${reply.fault.message}`);
    return reply.result as Out;
  }
}

export const test = base.extend<Options & { app: App; problems: string[] }>({
  sample: [false, { option: true }],
  lang: ["nl", { option: true }],
  refusals: [false, { option: true }],
  app: [
    async ({ page, sample, lang }, use) => {
      const app = new App(page, { sample, lang });
      await app.start();
      await use(app);
      await app.close();
    },
    { auto: true },
  ],
  // Whatever the page complains about fails the test: errors, and what the policy refuses.
  problems: [
    async ({ page, refusals }, use) => {
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => {
        if (refusals && message.text().includes("Content Security Policy")) return;
        // A program that a test killed does not answer.
        if (message.type() === "error" && !message.text().includes("net::ERR_")) problems.push(message.text());
      });
      await use(problems);
      if (problems.length > 0) throw new Error(problems.join("\n"));
    },
    { auto: true },
  ],
});
