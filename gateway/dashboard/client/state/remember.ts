// Small choices kept in this browser; one that keeps nothing (a locked-down kiosk) works all the same.

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`lianxi.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`lianxi.${name}`, value);
  } catch {
    // Nothing is kept, nothing is lost but the choice.
  }
}
