import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface RpcRequest {
  id: number;
  method: string;
  params: unknown[];
}

/** What a provider between us and the chain answers in its place: nothing at all, an error, or null to pass it on. */
type Refusal = (
  request: RpcRequest,
) => 'drop' | { status?: number; code: number; message: string; data?: string } | null;

/** A provider in front of a chain, for the ways in which real ones are not like a chain of one's own. */
export async function startRpcProxy(rpcUrl: string) {
  const calls: RpcRequest[] = [];
  let refuse: Refusal | null = null;
  let isDown = false;
  const server = createServer((request, response) => {
    void (async () => {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      if (isDown) return void request.socket.destroy();
      const call = JSON.parse(text) as RpcRequest;
      calls.push(call);
      const refusal = refuse?.(call) ?? null;
      if (refusal === 'drop') return void request.socket.destroy();
      response.setHeader('content-type', 'application/json');
      if (refusal !== null) {
        const { status = 200, ...error } = refusal;
        response.statusCode = status;
        return void response.end(JSON.stringify({ jsonrpc: '2.0', id: call.id, error }));
      }
      const answer = await fetch(rpcUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: text,
      });
      response.end(await answer.text());
    })().catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    rpcUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    refuseWith(refusal: Refusal) {
      refuse = refusal;
    },
    setDown(down: boolean) {
      isDown = down;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
