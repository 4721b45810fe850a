// A hub in a process of its own, for tests that kill it: `node hub.fixture.ts PRIVATE_KEY_HEX LISTEN_ADDRESS`.
// It prints its address, greets each work stream with one message and sends back what it gets.
import { deviceKeyFromPrivateKey, type WorkStream } from '@gristmill/protocol';
import { createTransport } from './transport.ts';

const [privateKeyHex, listen] = process.argv.slice(2);
const hub = await createTransport({
  key: deviceKeyFromPrivateKey(Uint8Array.from(Buffer.from(privateKeyHex!, 'hex'))),
  listen: [listen!],
});
hub.onWorkStream((stream) => void echo(stream));
console.log(hub.addresses[0]);

async function echo(stream: WorkStream): Promise<void> {
  stream.send({ type: 'ready', slots: process.pid });
  for await (const message of stream.messages()) stream.send(message);
}
