import { optionMalformed } from './errors.ts';

/**
 * The inputs of a map as one list, which later changes of what they came from do not reach; at once, where nothing must be
 * waited for.
 *
 * @throws GristmillError `JOB_MALFORMED` for what cannot be iterated; the signal's reason, when it aborts while inputs come
 */
export function gather<Input>(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  signal?: AbortSignal,
): readonly Input[] | Promise<readonly Input[]> {
  const given: unknown = inputs;
  if (Symbol.iterator in Object(given)) return [...(inputs as Iterable<Input>)];
  if (Symbol.asyncIterator in Object(given)) return gatherLater(inputs as AsyncIterable<Input>, signal);
  throw optionMalformed('inputs', `of type ${typeof given}, they cannot be iterated`);
}

async function gatherLater<Input>(inputs: AsyncIterable<Input>, signal?: AbortSignal): Promise<readonly Input[]> {
  const list: Input[] = [];
  for await (const input of inputs) {
    signal?.throwIfAborted();
    list.push(input);
  }
  return list;
}
