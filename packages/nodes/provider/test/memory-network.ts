import {
  type Cid,
  decode,
  type DeviceKey,
  encode,
  GristmillError,
  type PeerId,
  type Transport,
  workFrame,
  type WorkMessage,
  type WorkStream,
} from '@gristmill/protocol';

/** One direction of a stream: what goes in comes out as the other side would read it from the wire. */
function createPipe() {
  const arrived: WorkMessage[] = [];
  let wake = Promise.withResolvers<void>();
  let isClosed = false;
  return {
    send(messages: WorkMessage[]): void {
      if (isClosed) {
        throw new GristmillError('STREAM_CLOSED', 'The stream is closed.', { hint: 'Open another.', fault: 'peer' });
      }
      arrived.push(...workFrame.parse(decode(encode(messages))));
      wake.resolve();
    },
    close(): void {
      isClosed = true;
      wake.resolve();
    },
    /** What is here now. */
    take: () => arrived.splice(0),
    /** The next message, or null once closed and empty. */
    async next(): Promise<WorkMessage | null> {
      for (;;) {
        const message = arrived.shift();
        if (message !== undefined) return message;
        if (isClosed) return null;
        wake = Promise.withResolvers();
        await wake.promise;
      }
    },
  };
}

function endOf(
  peer: PeerId,
  incoming: ReturnType<typeof createPipe>,
  outgoing: ReturnType<typeof createPipe>,
): WorkStream {
  return {
    peer,
    send: (...messages) => outgoing.send(messages),
    async *messages() {
      for (let message = await incoming.next(); message !== null; message = await incoming.next()) yield message;
    },
    close() {
      incoming.close();
      outgoing.close();
      return Promise.resolve();
    },
  };
}

/** The hub's end of a stream, as a test uses it. */
export interface HubEnd {
  send(...messages: WorkMessage[]): void;
  /** The next message, which must be of this type. */
  next<Type extends WorkMessage['type']>(type: Type): Promise<Extract<WorkMessage, { type: Type }>>;
  /** The messages that are here now. */
  arrived(): WorkMessage[];
  /** Resolves once the provider's end is done with the stream, with what it threw. */
  ended: Promise<unknown>;
  close(): Promise<void>;
}

/** A hub without a coordinator: tests play that part. Messages go through the real wire format. */
export function createMemoryHub(hub: DeviceKey, provider: DeviceKey) {
  const blobs = new Map<Cid, Uint8Array>();
  const fetched: Cid[] = [];
  let served: Parameters<Transport['serveBlobs']>[0] | null = null;
  let dialled = Promise.withResolvers<(stream: WorkStream) => Promise<void>>();

  const transport: Pick<Transport, 'fetchBlob' | 'serveBlobs'> = {
    fetchBlob(peer, name) {
      fetched.push(name);
      const content = peer === hub.peerId ? blobs.get(name) : undefined;
      if (content !== undefined) return Promise.resolve(content);
      const error = new GristmillError('BLOB_NOT_FOUND', `${peer} does not have ${name}.`, {
        hint: 'Ask another.',
        fault: 'peer',
      });
      return Promise.reject(error);
    },
    serveBlobs(source) {
      served = source;
    },
  };

  return {
    transport,
    blobs,
    fetched,
    /** What the provider serves. */
    fetchFromProvider: (name: Cid) => served?.get(name) ?? Promise.resolve(null),
    /** The provider's side of the agreement with `network`: a stream at a time, another after each. */
    async keepConnected(onStream: (stream: WorkStream) => Promise<void>, signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        const finished = Promise.withResolvers<void>();
        dialled.resolve(async (stream) => {
          const close = (): void => void stream.close();
          signal.addEventListener('abort', close);
          try {
            await onStream(stream);
          } finally {
            await stream.close();
            finished.resolve();
          }
        });
        signal.addEventListener('abort', () => finished.resolve());
        await finished.promise;
      }
    },
    /** Takes the provider's next connection. */
    async accept(): Promise<HubEnd> {
      const use = await dialled.promise;
      dialled = Promise.withResolvers();
      const toHub = createPipe();
      const toProvider = createPipe();
      const ended = use(endOf(hub.peerId, toProvider, toHub)).then(
        () => null,
        (error: unknown) => error,
      );
      const here = endOf(provider.peerId, toHub, toProvider);
      return {
        send: (...messages) => here.send(...messages),
        async next<Type extends WorkMessage['type']>(type: Type) {
          const message = await toHub.next();
          if (message?.type !== type) throw new Error(`wanted "${type}", got ${JSON.stringify(message?.type)}`);
          return message as Extract<WorkMessage, { type: Type }>;
        },
        arrived: toHub.take,
        ended,
        close: () => here.close(),
      };
    },
  };
}
