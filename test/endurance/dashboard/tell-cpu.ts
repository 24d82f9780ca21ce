// A process of the measurement that is asked tells how long it has held a core since its start: what a noisy machine does not change.

export interface CpuReport {
  /** Milliseconds. */
  cpu: number;
}

export const CPU = 'cpu';

export function tellCpu(): void {
  process.on('message', (message) => {
    if (message !== CPU) return;
    const { user, system } = process.cpuUsage();
    process.send!({ cpu: (user + system) / 1000 } satisfies CpuReport);
  });
}
