import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

const notFound: RequestListener = (_request, response) => response.writeHead(404).end();

/** A publisher's web server on 127.0.0.1, whose answer can be changed. */
export async function feedServer() {
  const requests: { ifNoneMatch: string | undefined }[] = [];
  let answer = notFound;
  const server = createServer((request, response) => {
    requests.push({ ifNoneMatch: request.headers['if-none-match'] });
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/rules.json`,
    requests,
    answerWith(listener: RequestListener) {
      answer = listener;
    },
    /** A file with an ETag, as any static server has it. */
    serve(text: string, etag = `"${text.length}"`) {
      answer = (request, response) => {
        if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
        else response.writeHead(200, { etag, 'content-type': 'application/json' }).end(text);
      };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
