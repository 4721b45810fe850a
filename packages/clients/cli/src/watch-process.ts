const LOOK_MS = 500;

/** Looks now and then whether another process is still there, until it is gone or `stop` is called. */
export function watchProcess(pid: number): { gone: Promise<void>; stop(): void } {
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const timer = setInterval(() => {
    if (isRunning(pid)) return;
    clearInterval(timer);
    resolve();
  }, LOOK_MS).unref();
  return { gone, stop: () => clearInterval(timer) };
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 reaches nobody; it only fails when there is nobody to reach.
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
