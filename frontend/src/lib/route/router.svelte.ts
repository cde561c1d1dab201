import { href, parseRoute, type Route, sameScreen } from "./route";

/**
 * Where the window is. The address's hash says it, so that back and forward
 * are the browser's own; each entry of the history remembers its scroll.
 */
class Router {
  #route = $state.raw<Route>({ name: "home" });
  readonly #scrolls = new Map<string, number>();
  #entry = "";
  #scroll = 0;
  #entries = 0;
  #arriving = true;
  readonly #leaving = new Set<() => void>();

  get route(): Route {
    return this.#route;
  }

  /** Starts listening to the address. */
  start(): void {
    history.scrollRestoration = "manual";
    this.#enter();
    addEventListener("hashchange", () => {
      this.#scrolls.set(this.#entry, scrollY);
      const before = this.#route;
      this.#enter();
      if (!sameScreen(before, this.#route)) for (const listen of this.#leaving) listen();
    });
  }

  /** Calls back whenever a screen is left for another; gives what ends that. */
  onLeave(listen: () => void): () => void {
    this.#leaving.add(listen);
    return () => this.#leaving.delete(listen);
  }

  go(route: Route): void {
    location.hash = href(route);
  }

  /** Changes the address without a new entry in the history: back leaves the screen. */
  replace(route: Route): void {
    history.replaceState(history.state, "", href(route));
    this.#route = route;
  }

  /**
   * A page is there: its heading takes the focus. The scroll is where it was
   * when this entry was left; within a screen it only moves to show the heading.
   */
  arrived(heading: HTMLElement): void {
    heading.focus({ preventScroll: true });
    if (this.#arriving) {
      this.#arriving = false;
      scrollTo(0, this.#scroll);
      return;
    }
    const { top, bottom } = heading.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) heading.scrollIntoView({ block: "start" });
  }

  #enter(): void {
    const state = history.state as { entry?: string } | null;
    if (state?.entry) {
      this.#entry = state.entry;
    } else {
      // Unique across reloads: the map starts empty, the history does not.
      this.#entry = `${Date.now()}-${++this.#entries}`;
      history.replaceState({ entry: this.#entry }, "");
    }
    this.#scroll = this.#scrolls.get(this.#entry) ?? 0;
    const before = this.#route;
    this.#route = parseRoute(location.hash);
    this.#arriving ||= !sameScreen(before, this.#route);
  }
}

export const router = new Router();
