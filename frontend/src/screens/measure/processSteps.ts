import type { Channel, ProcessStep, StepFigures, Who } from "../../lib/door/types";

export const channels: Channel[] = ["website", "app", "email", "phone", "counter", "post"];
export const takers: Who[] = ["user", "municipality", "other"];

/** A step as it is typed: what is asked stands in one field, divided by commas. */
export interface StepDraft {
  id: number;
  title: string;
  who: Who;
  channel: Channel;
  asks: string;
}

let last = 0;

export function emptyStep(): StepDraft {
  return { id: ++last, title: "", who: "user", channel: "website", asks: "" };
}

/** More steps than that are no process. */
const mostSteps = 200;

/** Takes a step over from a measurement that was kept before; what is there may be of an older program. */
export function draftsOf(finding: unknown): StepDraft[] {
  const steps = typeof finding === "object" && finding !== null && "steps" in finding ? finding.steps : undefined;
  if (!Array.isArray(steps)) return [];
  return steps.slice(0, mostSteps).flatMap((step: unknown) => {
    if (typeof step !== "object" || step === null) return [];
    const { title, who, channel, asks } = step as Partial<ProcessStep>;
    return [
      {
        ...emptyStep(),
        title: typeof title === "string" ? title.slice(0, 200) : "",
        who: takers.find((taker) => taker === who) ?? "user",
        channel: channels.find((one) => one === channel) ?? "website",
        asks: Array.isArray(asks) ? asks.filter((ask) => typeof ask === "string").join(", ") : "",
      },
    ];
  });
}

/** Gives the process as the program measures it; steps without a word are left out. */
export function processOf(drafts: StepDraft[]): ProcessStep[] {
  return drafts
    .map(({ title, who, channel, asks }) => ({
      title: title.trim(),
      who,
      channel,
      asks: asks
        .split(/[,;\n]/)
        .map((ask) => ask.trim())
        .filter((ask) => ask !== ""),
    }))
    .filter((step) => step.title !== "" || step.asks.length > 0);
}

/** Gives a figure of the steps instrument. */
export function stepFigure(figures: StepFigures, measure: string): number {
  switch (measure) {
    case "steps.channels":
      return figures.channels.length;
    case "steps.asked_twice":
      return figures.askedTwice.length;
    case "steps.already_known":
      return figures.known.length;
    default:
      return figures.steps;
  }
}
