import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { type Row, table } from "./row";

/** Prints the table, and why a task could not be done. */
export default class BurdenReporter implements Reporter {
  readonly #rows: Row[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const { name, body } of result.attachments) {
      if (name === "burden" && body) this.#rows.push(JSON.parse(body.toString()) as Row);
    }
    if (result.status === "passed") return;
    console.log(`not done: ${test.title}\n${result.errors.map((error) => error.stack ?? error.message ?? "").join("\n")}`);
  }

  onEnd(result: FullResult): void {
    console.log(table(this.#rows));
    console.log("\nEstimate: keystroke-level model (Card, Moran, Newell 1980) and 238 words a minute (Brysbaert 2019); thinking about the answer is not in it.");
    if (result.status !== "passed") console.log(`\n${result.status}: the table is not complete.`);
  }
}
