import {
  type Address,
  asGristmillError,
  type Hello,
  type PeerId,
  type WorkMessage,
  type WorkStream,
} from '@gristmill/protocol';

/** A provider that is connected and has said hello. */
export interface Session {
  readonly peer: PeerId;
  readonly stream: WorkStream;
  readonly hello: Hello;
  /** Who stands behind the device, by the word it brought. */
  readonly owner: Address;
  freeSlots: number;
  /** Attempts whose reported output is on its way here, which keeps their leases. */
  readonly arriving: Set<string>;
  /** Aborts when the stream ends. */
  readonly ended: AbortController;
}

export interface Sessions {
  get(peer: PeerId): Session | undefined;
  all(): Iterable<Session>;
  enter(session: Session): void;
  /** Takes the peer's session out, if there is one, and closes its stream. */
  retire(peer: PeerId): void;
  /**
   * Sends to the peer if it is connected; what cannot be sent now is said again when it says hello. False when the
   * messages could not be sent though the stream stands, which no return of the peer would mend.
   */
  send(peer: PeerId, ...messages: WorkMessage[]): boolean;
  /** The same on a stream that has no session yet, or none any more. */
  sendOn(stream: WorkStream, ...messages: WorkMessage[]): boolean;
}

export function createSessions({ onError }: { onError: (error: unknown) => void }): Sessions {
  const sessions = new Map<PeerId, Session>();
  return {
    get: (peer) => sessions.get(peer),
    all: () => sessions.values(),
    enter(session) {
      sessions.set(session.peer, session);
    },
    retire(peer) {
      const session = sessions.get(peer);
      if (session === undefined) return;
      sessions.delete(peer);
      session.ended.abort();
      session.stream.close().catch(() => {});
    },
    send(peer, ...messages) {
      const session = sessions.get(peer);
      return session === undefined || sendOn(session.stream, ...messages);
    },
    sendOn,
  };

  function sendOn(stream: WorkStream, ...messages: WorkMessage[]): boolean {
    try {
      stream.send(...messages);
      return true;
    } catch (error) {
      // A stream that closed meanwhile is no error: its end is noticed where it is read.
      if (asGristmillError(error).code === 'STREAM_CLOSED') return true;
      onError(error);
      return false;
    }
  }
}
