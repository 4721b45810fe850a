import type { Stream } from '@libp2p/interface';

/**
 * Resolves at the next 'drain': the peer's window or the socket has room again. Rejects when the stream closes first.
 * (libp2p's own `onDrain` settles at once after the first drain of a stream's life, so it would hold nothing back.)
 */
export function drained(stream: Stream): Promise<void> {
  return new Promise((resolve, reject) => {
    function settle(finish: () => void): void {
      stream.removeEventListener('drain', onDrain);
      stream.removeEventListener('close', onClose);
      finish();
    }
    const onDrain = (): void => settle(resolve);
    const onClose = (): void => settle(() => reject(new Error('the stream closed before its data was sent')));
    stream.addEventListener('drain', onDrain);
    stream.addEventListener('close', onClose);
    if (isClosed(stream)) onClose();
  });
}

/** Resolves once both sides have closed, or the stream is lost. */
export function closed(stream: Stream): Promise<void> {
  if (isClosed(stream)) return Promise.resolve();
  return new Promise((resolve) => {
    stream.addEventListener('close', () => resolve(), { once: true });
  });
}

function isClosed(stream: Stream): boolean {
  return stream.status !== 'open' && stream.status !== 'closing';
}
