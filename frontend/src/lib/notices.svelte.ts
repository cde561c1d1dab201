/** Something to say that belongs to no place on the screen, with perhaps one thing to do about it. */
export interface Notice {
  text: string;
  action?: { label: string; run: () => void };
}

class Notices {
  #current = $state.raw<Notice | undefined>();
  #departures = 0;

  get current(): Notice | undefined {
    return this.#current;
  }

  /**
   * Shows a notice in the place of the one before. It goes when the user
   * leaves the screen, or the next one where saying it comes with going there.
   */
  show(notice: Notice, { onNextScreen = false } = {}): void {
    this.#current = notice;
    this.#departures = onNextScreen ? 1 : 0;
  }

  left(): void {
    if (this.#departures-- <= 0) this.dismiss();
  }

  dismiss(): void {
    this.#current = undefined;
  }
}

export const notices = new Notices();
