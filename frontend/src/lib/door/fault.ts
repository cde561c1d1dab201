/** What the other side says when a call fails, and what we say when it does not answer. */
export interface FaultView {
  code: string;
  key: string;
  args?: Record<string, unknown>;
  message: string;
  detail: string;
}

/** The one error that a call rejects with, whatever went wrong. */
export class Fault extends Error {
  readonly code: string;
  readonly key: string;
  readonly args: Record<string, unknown>;
  /** The chain of causes in English, for IT. */
  readonly detail: string;

  constructor(view: FaultView) {
    super(view.message);
    this.name = "Fault";
    this.code = view.code;
    this.key = view.key;
    this.args = view.args ?? {};
    this.detail = view.detail;
  }

  /** The form field that the fault is about, "" for none. */
  get field(): string {
    return typeof this.args["field"] === "string" ? this.args["field"] : "";
  }
}

/** Code of a fault that we make ourselves: nobody answered. */
export const unreachable = "unreachable";

/** Code of a fault that we make ourselves: what was answered cannot be read. */
export const unreadable = "unreadable";

/** Code of a fault that we make ourselves: what was asked is more than is read. */
export const tooLarge = "too_large";

/** Makes a Fault of whatever was thrown. Its message is empty: the texts for our own codes stand in the locales. */
export function faultOf(cause: unknown, code = unreachable): Fault {
  if (cause instanceof Fault) return cause;
  const detail = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new Fault({ code, key: "", message: "", detail });
}
