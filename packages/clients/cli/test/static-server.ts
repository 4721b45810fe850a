import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server on 127.0.0.1 that serves one file with an ETag, as any static server does, until it is told to misbehave. */
export async function staticServer(file: string) {
  const serveFile: RequestListener = (request, response) => {
    readFile(file).then(
      (content) => {
        const etag = `"${createHash('sha256').update(content).digest('hex')}"`;
        if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
        else response.writeHead(200, { etag, 'content-type': 'application/json' }).end(content);
      },
      () => response.writeHead(404).end(),
    );
  };
  let answer = serveFile;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rules.json`,
    answerWith(listener: RequestListener | null) {
      answer = listener ?? serveFile;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
