import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

export const binary = resolve(process.env["TOETSSTEEN_BINARY"] ?? "../build/bin/toetssteen");

/** Makes an empty folder; gives it with what removes it. */
export function folder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "toetssteen-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs a command to its end and gives what it printed. */
export async function run(...args: string[]): Promise<string> {
  return (await promisify(execFile)(binary, args)).stdout;
}

/** A child process that prints an address when it is ready. */
export class Served {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  readonly url: Promise<string>;

  constructor(args: string[]) {
    this.#child = spawn(binary, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#ended = new Promise((done) => this.#child.once("close", () => done()));
    this.url = this.#address(args);
  }

  #address(args: string[]): Promise<string> {
    return new Promise((found, failed) => {
      let said = "";
      const listen = (chunk: Buffer): void => {
        said += chunk.toString();
        const match = /http:\/\/127\.0\.0\.1:\S+/.exec(said);
        if (match) found(match[0]);
      };
      this.#child.stdout?.on("data", listen);
      this.#child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
      this.#child.once("error", failed);
      this.#child.once("close", () => failed(new Error(`${binary} ${args.join(" ")} ended: ${said}`)));
    });
  }

  /** Asks it to end, and waits until it has. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    this.#child.kill(signal);
    await this.#ended;
  }
}
