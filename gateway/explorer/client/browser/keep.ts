// What the page keeps in the browser. A browser that keeps nothing (private window, full disk) is no fault.
const PREFIX = 'lianxi.explorer.';

export function keep(name: string, text: string): void {
  try {
    localStorage.setItem(PREFIX + name, text);
  } catch {
    // The page works without.
  }
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}
