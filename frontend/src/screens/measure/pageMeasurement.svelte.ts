import { language } from "../../lib/text/text.svelte";
import type { PageFigures, PageRequest } from "../../pageframe/message";
import { isEmpty, readReply } from "./pageFigures";
import { textOf } from "./pageText";

/** Largest page, in bytes: what is larger takes a browser too long to lay out. */
export const maxPage = 5 << 20;

/** How long a page may take, in milliseconds. */
const patience = 20_000;

/** A browser saves what a page asks for as "/bundle/css" without an extension. */
const sheetName = /\.css$|^[^.]+$/i;

type Refusal = "tooLarge" | "tooMany" | "tooLong" | "failed" | "noPage" | "empty";

export type PageState =
  | { kind: "idle" }
  | { kind: "measuring"; file: string }
  | { kind: "refused"; file: string; why: Refusal }
  | { kind: "measured"; file: string; figures: PageFigures };

/** One page on its way through the frame that measures it. */
export class PageMeasurement {
  /** The frame, while there is one. */
  frame = $state<HTMLIFrameElement | undefined>();
  #state = $state.raw<PageState>({ kind: "idle" });
  #request: PageRequest | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get state(): PageState {
    return this.#state;
  }

  /** Takes a page and its style sheets, if they were chosen beside it. */
  async open(files: File[]): Promise<void> {
    if (files.length === 0) return;
    this.stop();
    const page = files.find((file) => /\.x?html?$/i.test(file.name));
    const name = page?.name ?? files[0]?.name ?? "";
    if (!page) {
      this.#refuse(name, "noPage");
      return;
    }
    if (files.reduce((sum, file) => sum + file.size, 0) > maxPage) {
      this.#refuse(name, "tooLarge");
      return;
    }
    const sheets = files.filter((file) => sheetName.test(file.name));
    const read = async (file: File): Promise<string> => textOf(await file.arrayBuffer());
    this.#request = { html: await read(page), css: await Promise.all(sheets.map(async (file) => ({ name: file.name, text: await read(file) }))), language: language.code };
    this.#state = { kind: "measuring", file: name };
    this.#timer = setTimeout(() => this.#refuse(name, "tooLong"), patience);
  }

  /** Hears the frame, and nobody else. */
  hear(event: MessageEvent): void {
    if (this.#state.kind !== "measuring" || !this.frame || event.source !== this.frame.contentWindow) return;
    const { file } = this.#state;
    const reply = readReply(event.data);
    switch (reply?.kind) {
      case "ready":
        // The frame's origin is nobody's; what it gets is the user's own file.
        if (this.#request) this.frame.contentWindow?.postMessage(this.#request, "*");
        return;
      case "measured":
        if (isEmpty(reply.figures)) this.#refuse(file, "empty");
        else this.#end({ kind: "measured", file, figures: reply.figures });
        return;
      case "tooLarge":
        this.#refuse(file, "tooMany");
        return;
      case "failed":
        this.#refuse(file, "failed");
    }
  }

  /** Ends what is under way; the frame goes, and with it everything in it. */
  stop(): void {
    this.#end({ kind: "idle" });
  }

  #refuse(file: string, why: Refusal): void {
    this.#end({ kind: "refused", file, why });
  }

  #end(state: PageState): void {
    clearTimeout(this.#timer);
    this.#request = undefined;
    this.#state = state;
  }
}
