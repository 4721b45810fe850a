/** Resolves when the process is asked to stop (Ctrl-C or SIGTERM), so that the caller can close what it opened. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
