// An AbortSignal for one request: what this project uses of one, at a twentieth of the price of Node's own.

export class StopSignal {
  aborted = false;
  private listeners: Set<() => void> | undefined;

  /** Of the event `abort`, the only one; who comes after it is not told, as with an AbortSignal. */
  addEventListener(_: 'abort', listener: () => void): void {
    if (!this.aborted) (this.listeners ??= new Set()).add(listener);
  }

  removeEventListener(_: 'abort', listener: () => void): void {
    this.listeners?.delete(listener);
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    this.listeners?.forEach((listener) => listener());
    this.listeners = undefined;
  }

  /** Law: nothing but `aborted` and listeners of `abort` is asked of a request's signal; Node's own functions need more. */
  asAbortSignal(): AbortSignal {
    return this as unknown as AbortSignal;
  }
}
