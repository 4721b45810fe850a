import { type Fault, GristmillError } from '@gristmill/protocol';
import { z } from 'zod';

export class HubUnreachable extends GristmillError {
  constructor(hub: string, cause: unknown) {
    super('HUB_UNREACHABLE', `No Gristmill hub answers at ${hub}.`, {
      hint: 'Start one with `gristmill up`, or name another with --hub.',
      fault: 'configuration',
      cause,
    });
  }
}

const refusal = z.object({ error: z.object({ code: z.string(), message: z.string(), hint: z.string() }) });

/** What answers at `hub` is no hub, or one that does not keep to the protocol. */
export function answerMalformed(hub: string, what: string, cause?: unknown, fault: Fault = 'peer'): GristmillError {
  return new GristmillError('HUB_ANSWER_MALFORMED', `${hub} ${what}.`, {
    hint: 'Check that this address is a Gristmill hub of the same version and not another server or a proxy.',
    fault,
    cause,
  });
}

/** What the hub refused, with the hub's own code, message and hint; a 5xx status says that it may pass. */
export async function refusalOf(hub: string, response: Response): Promise<GristmillError> {
  const fault = response.status >= 500 ? 'platform' : 'user';
  const text = await response.text();
  try {
    const { error } = refusal.parse(JSON.parse(text));
    return new GristmillError(error.code, error.message, { hint: error.hint, fault });
  } catch (cause) {
    const what = `answered ${response.status} with something else than Gristmill's JSON`;
    return answerMalformed(hub, what, cause, fault === 'platform' ? fault : 'peer');
  }
}
