import type { Assignment, Cid, Result } from '@gristmill/protocol';
import { requestOf } from './execution-request.ts';
import type { Executor } from './executor.ts';
import { resultOf } from './result.ts';

/**
 * Carries out an assignment again, as any provider would, to see what it comes to.
 *
 * @throws GristmillError of fault `platform` when this device cannot tell, as `Executor.execute` does; whatever `fetch` throws.
 */
export async function repeatAssignment(
  assignment: Assignment,
  { executor, fetch }: { executor: Executor; fetch: (name: Cid, bytesMax: number) => Promise<Uint8Array> },
): Promise<Result> {
  return resultOf(await executor.execute(await requestOf(assignment, fetch)));
}
