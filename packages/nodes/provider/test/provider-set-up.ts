import { cidOfBytes, deviceKeyFromPrivateKey, type Lease, type SignedVoucher } from '@gristmill/protocol';
import { createEnergyMeter } from '../src/energy.ts';
import { createProvider, type ProviderEvent, type ProviderOptions } from '../src/provider.ts';
import type { VoucherStore } from '../src/voucher-store.ts';
import { createCountingExecutor } from './counting-executor.ts';
import { createMemoryHub, type HubEnd } from './memory-network.ts';

export const deviceKey = deviceKeyFromPrivateKey(new Uint8Array(32).fill(7));
export const hubKey = deviceKeyFromPrivateKey(new Uint8Array(32).fill(8));
const payerKey = deviceKeyFromPrivateKey(new Uint8Array(32).fill(9));
export const escrow = deviceKeyFromPrivateKey(new Uint8Array(32).fill(10)).address;

export const program = Uint8Array.of(1, 2, 3);
export const input = new TextEncoder().encode('grist');
export const file = Uint8Array.of(9);
export const jobId = cidOfBytes(Uint8Array.of(42));

export function memoryStore(saved: SignedVoucher[] = []): VoucherStore & { saved: SignedVoucher[] } {
  return {
    saved,
    load: () => Promise.resolve([...saved]),
    save: (signed) => Promise.resolve(void saved.push(signed)),
  };
}

export async function setUp(changes: Partial<ProviderOptions> = {}) {
  const hub = createMemoryHub(hubKey, deviceKey);
  for (const content of [program, input, file]) hub.blobs.set(cidOfBytes(content), content);
  const counting = createCountingExecutor();
  const store = memoryStore();
  const events: ProviderEvent[] = [];
  const watchers = new Set<() => void>();
  const provider = createProvider({
    key: deviceKey,
    transport: hub.transport,
    keepConnected: (onStream, signal) => hub.keepConnected(onStream, signal),
    executor: counting.executor,
    clock: { now: () => 0 },
    payee: deviceKey.address,
    slots: 2,
    capabilities: { cores: 2, memoryBytes: 1024, fuelPerSecond: 1000, profiles: ['gristmill-1'] },
    unitsPerGigafuelMin: 10n,
    verifyVoucher: () => Promise.resolve(),
    voucherStore: store,
    meter: createEnergyMeter({ powercapFolder: '/nowhere' }),
    onEvent: (event) => {
      events.push(event);
      for (const watch of watchers) watch();
    },
    ...changes,
  });
  await provider.start();
  async function event<Type extends ProviderEvent['type']>(
    type: Type,
  ): Promise<Extract<ProviderEvent, { type: Type }>> {
    for (;;) {
      const found = events.find((one) => one.type === type);
      if (found !== undefined) return found as Extract<ProviderEvent, { type: Type }>;
      const next = Promise.withResolvers<void>();
      watchers.add(next.resolve);
      await next.promise;
    }
  }
  return { hub, provider, events, event, store, ...counting };
}

function welcome(drop: string[] = []) {
  return {
    type: 'welcome',
    coordinator: hubKey.peerId,
    chainId: 31_337,
    escrow,
    signer: hubKey.address,
    drop,
  } as const;
}

export function lease(attemptId: string, changes: Partial<Lease> = {}): Lease {
  return {
    type: 'lease',
    attemptId,
    jobId,
    taskIndex: 3,
    program: { kind: 'wasm', module: cidOfBytes(program) },
    task: { args: ['a'], env: { B: 'c' }, stdin: cidOfBytes(input), files: { '/f': cidOfBytes(file) } },
    limits: { fuel: 100_000n, memoryPages: 1, stackDepth: 10, outputBytes: 1000, wallClockMs: 60_000 },
    seed: new Uint8Array(32).fill(5),
    startTimeMs: 1234,
    unitsPerGigafuel: 10n,
    expiresInMs: 1000,
    ...changes,
  };
}

export function voucher(cumulative: bigint): SignedVoucher {
  return {
    voucher: {
      chainId: 31_337,
      escrow,
      payer: payerKey.address,
      signer: hubKey.address,
      payee: deviceKey.address,
      cumulative,
    },
    signature: `0x${'00'.repeat(65)}`,
  };
}

/** Connects, and takes the provider through hello and welcome. */
export async function greet(hub: { accept(): Promise<HubEnd> }, drop: string[] = []) {
  const end = await hub.accept();
  const hello = await end.next('hello');
  end.send(welcome(drop));
  return { end, hello };
}
