/**
 * A habit of this user on this machine, such as a pane that stays closed.
 * Losing it costs one click: nothing of the work is kept here.
 */
export class Habit {
  #on: boolean;
  readonly #name: string;

  constructor(name: string, initially: boolean) {
    this.#name = `toetssteen.${name}`;
    this.#on = $state(read(this.#name) ?? initially);
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    try {
      localStorage.setItem(this.#name, String(on));
    } catch {
      // Without storage it holds until the window closes.
    }
  }
}

function read(name: string): boolean | undefined {
  try {
    const stored = localStorage.getItem(name);
    return stored === null ? undefined : stored === "true";
  } catch {
    return undefined;
  }
}
