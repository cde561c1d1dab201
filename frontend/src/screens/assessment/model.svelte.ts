import { api } from "../../lib/door/api";
import { answerApi } from "../../lib/door/answer";
import { carryApi } from "../../lib/door/carry";
import { type Fault, faultOf } from "../../lib/door/fault";
import { catalogueOf, indicatorsOf } from "../../lib/catalogue";
import type { Answer, Aside, Assessment, AssessmentHead, Catalogue, Criterion, Indicator, Measured, Measurement, Verdict } from "../../lib/door/types";
import { session } from "../../lib/session/session.svelte";
import { answers } from "../../lib/saving/answers.svelte";
import { followAgain, makeOwn, withWaiting } from "./follows";
import { followsInstead, isProposed, startingText } from "./carry";
import { count, end, groups, needsExplanation, neighbour, nextOpen } from "./order";

/** A field with a figure that may have been typed and not kept. */
export interface FigureField {
  readonly pending: () => boolean;
  /** Keeps the figure; where that can't be, the field says why and takes the focus. Tells whether it is kept. */
  readonly settle: () => Promise<boolean>;
}

/**
 * An assessment that is being filled in. What stands on the screen goes before
 * what the program has, until it is saved: a late reply takes nothing back.
 */
export class AssessmentModel {
  #head = $state.raw<AssessmentHead | undefined>();
  #catalogue = $state.raw<Catalogue | undefined>();
  #fault = $state.raw<Fault | undefined>();
  #answers = $state<Record<string, Answer>>({});
  #minutes = $state(0);
  #frozen = $state(false);
  #newer = $state("");
  #scopeQuestions = $state(0);
  #previous = $state.raw<AssessmentHead | null>(null);
  #aside = $state.raw<Aside[]>([]);
  #measurements = $state.raw<Measurement[]>([]);
  #position = "";
  readonly #fields = new Set<FigureField>();
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  readonly criteria = $derived(this.#catalogue?.criteria ?? []);
  readonly codes = $derived(this.criteria.map((criterion) => criterion.code));
  readonly groups = $derived(this.#catalogue ? groups(this.#catalogue, this.#answers) : []);
  readonly counts = $derived(count(this.codes, this.#answers));

  /** What is not met, as it stands on the screen. */
  readonly unmet = $derived(this.codes.filter((code) => this.#answers[code]?.verdict === "no"));

  /** The edition that the assessment keeps. */
  get catalogue(): Catalogue | undefined {
    return this.#catalogue;
  }

  get id(): string {
    return this.#id;
  }

  get head(): AssessmentHead | undefined {
    return this.#head;
  }

  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** Minutes that the open criteria take, at this user's own pace. */
  get minutes(): number {
    return this.#minutes;
  }

  /** It was handed in: what changes now is not in what was handed in. */
  get frozen(): boolean {
    return this.#frozen;
  }

  /** Whose answers are proposed; null for none. */
  get previous(): AssessmentHead | null {
    return this.#previous;
  }

  /** How many open criteria wait for "still true?". */
  readonly proposed = $derived(this.codes.filter((code) => isProposed(this.#answers[code])).length);

  /** A later edition that it can move to, "" for none. */
  get newer(): string {
    return this.#newer;
  }

  /** How many scope questions its edition has. */
  get scopeQuestions(): number {
    return this.#scopeQuestions;
  }

  /** Answers to criteria that its edition does not have. */
  get aside(): Aside[] {
    return this.#aside;
  }

  /** Where one left off. */
  get position(): string {
    return this.#position;
  }

  criterion(code: string): Criterion | undefined {
    return this.criteria.find((criterion) => criterion.code === code);
  }

  get answers(): Answer[] {
    return Object.values(this.#answers);
  }

  answer(code: string): Answer | undefined {
    return this.#answers[code];
  }

  /** Fetches everything; tells whether it is there. */
  async load(): Promise<boolean> {
    try {
      const assessment = await api.assessment(this.#id);
      this.#catalogue = await catalogueOf(assessment.edition);
      this.#take(assessment);
      this.#fault = undefined;
      return true;
    } catch (cause) {
      this.#fault = faultOf(cause);
      return false;
    }
  }

  /** Listens to saves; gives what ends that. */
  listen(): () => void {
    return answers.onSaved((id, code, saved) => {
      const answer = this.#answers[code];
      if (id !== this.#id || !answer) return;
      // What was said and typed stays as it is here: only what the program knows about it is taken.
      answer.savedAt = saved.answer.savedAt;
      answer.savedBy = saved.answer.savedBy;
      answer.conflict = saved.answer.conflict;
      answer.deviates = saved.answer.deviates;
      if (!answers.waitingOf(this.#id).has(code)) answer.explainsAnother = saved.answer.explainsAnother;
      if (!answers.waitingOf(this.#id).has(code)) followAgain(answer, saved.answer);
      answer.proposal = saved.answer.proposal ?? answer.proposal; // a cleared answer is proposed again
      this.#minutes = saved.progress.minutes;
    });
  }

  /** Gives a verdict, and saves at once. Tells where to go on; the same place where an explanation is due, or to be looked at. */
  decide(code: string, verdict: Verdict): string {
    const answer = this.#answers[code];
    if (!answer) return code;
    answer.explanation = startingText(answer, verdict);
    const other = answer.verdict !== "" && answer.verdict !== verdict && verdict !== "" && answer.origin === "" && answer.explanation.trim() !== "";
    const confirmed = makeOwn(answer, verdict);
    answer.review = "";
    answers.save(this.#id, code, { verdict, explanation: answer.explanation, review: "" });
    if (other) answer.explainsAnother = true;
    return verdict === "" || other || (needsExplanation(verdict) && !confirmed) ? code : this.nextOpen(code);
  }

  /** Makes what is proposed one's own answer. Tells where to go on; the same place where an explanation is due. */
  stillTrue(code: string): string {
    const answer = this.#answers[code];
    if (!answer?.proposal || answer.verdict !== "") return code;
    const { verdict } = answer.proposal;
    this.decide(code, verdict);
    return needsExplanation(verdict) && answer.explanation.trim() === "" ? code : this.nextOpen(code);
  }

  /** Takes what follows now instead of what is proposed. Tells where to go on; the same place where an explanation is due. */
  takeFollowing(code: string): string {
    const answer = this.#answers[code];
    const source = followsInstead(answer);
    if (!answer || !source) return code;
    this.decide(code, source.verdict);
    return needsExplanation(source.verdict) && answer.explanation.trim() === "" ? code : this.nextOpen(code);
  }

  /** Puts an answer under what is to be discussed, or takes it out; tells whether it is there now. */
  async discuss(code: string): Promise<boolean> {
    await answers.flush();
    const answer = this.#answers[code];
    if (!answer) return false;
    const { judge, control, discuss, assignee } = answer;
    this.attach((await answerApi.mark({ assessmentId: this.#id, criterion: code, judge, control, assignee, discuss: !discuss })).answer);
    return !discuss;
  }

  /** Makes several proposals one's own answers, as one change. */
  async confirm(codes: string[]): Promise<void> {
    await answers.flush();
    this.#take(await carryApi.confirmProposals(this.#id, codes));
  }

  /** Takes the answers of another assessment over as proposals; "" for none. */
  async carryFrom(from: string): Promise<void> {
    await answers.flush();
    this.#take(await carryApi.carryFrom(this.#id, from));
  }

  /** Takes what is typed, and saves when typing rests. */
  explain(code: string, explanation: string): void {
    const answer = this.#answers[code];
    if (!answer) return;
    makeOwn(answer, answer.verdict);
    answer.explanation = explanation;
    answer.explainsAnother = false;
    answers.type(this.#id, code, { verdict: answer.verdict, explanation, review: answer.review });
  }

  /** Takes what is recorded about an answer; what is said and typed stays as it is here. */
  attach(answer: Answer): void {
    const here = this.#answers[answer.criterion];
    if (here) this.#answers[answer.criterion] = { ...answer, verdict: here.verdict, explanation: here.explanation, review: here.review };
    void session.refresh(); // there is something to undo
  }

  /** Takes an answer as the program has it, what is said too. */
  restore(answer: Answer): void {
    if (this.#answers[answer.criterion]) this.#answers[answer.criterion] = answer;
  }

  /** The indicators of a criterion. */
  indicators(code: string): Indicator[] {
    return this.#catalogue ? indicatorsOf(this.#catalogue, code) : [];
  }

  measurement(indicator: string): Measurement | undefined {
    return this.#measurements.find((measurement) => measurement.indicator === indicator);
  }

  /** A field is on the screen; gives what ends that. */
  shows(field: FigureField): () => void {
    this.#fields.add(field);
    return () => this.#fields.delete(field);
  }

  /** A figure was typed and is not kept. */
  get unsettled(): boolean {
    return [...this.#fields].some((field) => field.pending());
  }

  /** Keeps the figures that were typed; tells whether none is wrong. */
  async settle(): Promise<boolean> {
    for (const field of this.#fields) {
      if (field.pending() && !(await field.settle())) return false;
    }
    return true;
  }

  /** Keeps a figure that was typed. */
  async measure(indicator: string, value: number): Promise<void> {
    await answers.flush(); // what deviates depends on what is saved
    this.#measured(await api.saveMeasurement({ assessmentId: this.#id, figures: [{ indicator, value }], note: "", finding: null }));
  }

  async removeMeasurement(indicator: string): Promise<void> {
    await answers.flush();
    this.#measured(await api.removeMeasurement(this.#id, [indicator]));
  }

  #measured(measured: Measured): void {
    this.#measurements = measured.measurements;
    for (const { criterion, deviates } of measured.answers) {
      const answer = this.#answers[criterion];
      if (answer) answer.deviates = deviates;
    }
    void session.refresh(); // there is something to undo
  }

  nextOpen(from: string): string {
    return nextOpen(this.codes, this.#answers, from);
  }

  neighbour(from: string, by: 1 | -1): string {
    return neighbour(this.codes, from, by);
  }

  /** Tells whether a place exists. */
  has(place: string): boolean {
    return place === end || this.codes.includes(place);
  }

  #take(assessment: Assessment): void {
    const { id, service, moment, edition, startedAt } = assessment;
    this.#head = { id, service, moment, edition, startedAt };
    const waiting = answers.waitingOf(this.#id);
    this.#answers = Object.fromEntries(
      assessment.answers.map((answer) => [answer.criterion, withWaiting(answer, waiting.get(answer.criterion))]),
    );
    this.#minutes = assessment.progress.minutes;
    this.#frozen = assessment.frozen;
    this.#newer = assessment.newer;
    this.#scopeQuestions = assessment.scopeQuestions;
    this.#previous = assessment.previous;
    this.#aside = assessment.aside;
    this.#measurements = assessment.measurements;
    this.#position = assessment.position;
  }
}
