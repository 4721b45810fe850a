import type { AddressInfo } from 'node:net';
import { GristmillError } from '@gristmill/protocol';
import { serve } from '@hono/node-server';
import type { Gateway } from './gateway.ts';

export interface Listener {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a gateway over HTTP on one address; port 0 lets the system choose.
 *
 * @throws GristmillError `PORT_TAKEN` when something else listens there, `LISTEN_FAILED` when the address is not this
 *   machine's or the port not this user's.
 */
export function listen(gateway: Gateway, { host, port }: { host: string; port: number }): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: gateway.fetch, hostname: host, port }, (info: AddressInfo) =>
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${info.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            // Event streams would otherwise hold the server open for as long as their readers like.
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new GristmillError('PORT_TAKEN', `Something else listens on ${host}:${port}.`, {
              hint: 'Stop it, or choose another port.',
              fault: 'configuration',
              cause,
            })
          : new GristmillError('LISTEN_FAILED', `Cannot listen on ${host}:${port}: ${cause.message}.`, {
              hint: "Choose one of this machine's addresses, and a port above 1023.",
              fault: 'configuration',
              cause,
            }),
      ),
    );
  });
}
