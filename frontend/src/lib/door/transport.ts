/** How calls and events reach the program. */
export interface Transport {
  /** Sends a call and gives the reply as text; rejects where nobody answers. */
  call(method: string, input: string): Promise<string>;
  /** Listens to an event; gives what ends the listening. */
  on(event: string, listen: (data: unknown) => void): () => void;
  /** Closes the window, where it is ours to close. */
  quit(): void;
}
