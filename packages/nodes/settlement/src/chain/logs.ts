import type { Address } from '@gristmill/protocol';
import {
  type Abi,
  type ContractEventName,
  formatLog,
  type Hex,
  type Log,
  numberToHex,
  parseEventLogs,
  type ParseEventLogsReturnType,
  toEventSelector,
} from 'viem';
import type { ChainReader } from './chain.ts';
import { asGristmillError } from '@gristmill/protocol';

/** Most RPC providers answer for this many blocks at a time; those that refuse are asked for fewer. */
const BLOCKS_A_READ_MAX = 10_000n;

/** Which logs: of which contract, with which of its events, and with which indexed arguments, as 32-byte words. */
export interface LogFilter {
  address: Address;
  abi: Abi;
  events: readonly string[];
  /** The first indexed argument, the second, …; null lets any pass. */
  indexed?: readonly (Hex | null)[];
}

/**
 * The logs of whole blocks, from `fromBlock` on, at most so many blocks at once as the RPC provider has an answer for.
 *
 * @throws GristmillError `CHAIN_UNREACHABLE`, `CHAIN_FAILED` when even a single block is refused
 */
export async function* logPages(
  chain: Pick<ChainReader, 'read'>,
  filter: LogFilter,
  { fromBlock, toBlock }: { fromBlock: bigint; toBlock: bigint },
): AsyncGenerator<Log<bigint, number, false>[], void, undefined> {
  let [next, span] = [fromBlock, BLOCKS_A_READ_MAX];
  while (next <= toBlock) {
    const last = next + span - 1n < toBlock ? next + span - 1n : toBlock;
    const logs = await readLogs(chain, filter, next, last).catch((error: unknown) => {
      // Too many blocks, too many logs, too slow: each provider says it in its own words, and fewer blocks help each.
      if (last === next || asGristmillError(error).code !== 'CHAIN_FAILED') throw error;
      return null;
    });
    if (logs === null) {
      span = (last - next + 1n) / 2n; // at least 1
      continue;
    }
    yield logs;
    next = last + 1n;
    // Back up slowly, or every second answer would be a refusal.
    const wider = span + span / 8n + 1n;
    span = wider < BLOCKS_A_READ_MAX ? wider : BLOCKS_A_READ_MAX;
  }
}

/** All of a contract's events in a range of blocks (default: up to the newest), decoded, oldest first; see `logPages`. */
export async function logsOf<const abi extends Abi, const event extends ContractEventName<abi>>(
  chain: Pick<ChainReader, 'read'>,
  {
    abi,
    events,
    fromBlock,
    toBlock,
    ...filter
  }: {
    address: Address;
    abi: abi;
    events: readonly event[];
    indexed?: readonly (Hex | null)[];
    fromBlock: bigint;
    toBlock?: bigint;
  },
): Promise<ParseEventLogsReturnType<abi, event[], true>> {
  const last =
    toBlock ?? (await chain.read('Reading the block number', (reader) => reader.getBlockNumber({ cacheTime: 0 })));
  const logs: Log<bigint, number, false>[] = [];
  for await (const page of logPages(chain, { ...filter, abi, events }, { fromBlock, toBlock: last })) {
    logs.push(...page);
  }
  return parseEventLogs({ abi, eventName: [...events], logs, strict: true });
}

async function readLogs(
  chain: Pick<ChainReader, 'read'>,
  { address, abi, events, indexed = [] }: LogFilter,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<Log<bigint, number, false>[]> {
  const selectors = abi.flatMap((item) =>
    item.type === 'event' && events.includes(item.name) ? [toEventSelector(item)] : [],
  );
  const logs = await chain.read('Reading logs', (reader) =>
    reader.request({
      method: 'eth_getLogs',
      params: [
        {
          address,
          topics: [selectors, ...indexed],
          fromBlock: numberToHex(fromBlock),
          toBlock: numberToHex(toBlock),
        },
      ],
    }),
  );
  return logs.map((log) => formatLog(log) as Log<bigint, number, false>);
}
