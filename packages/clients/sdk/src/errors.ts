import { GristmillError } from '@gristmill/protocol';
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

/** What the hub refused, with the hub's own code, message and hint. */
export async function refusalOf(hub: string, response: Response): Promise<GristmillError> {
  const text = await response.text();
  try {
    const { error } = refusal.parse(JSON.parse(text));
    return new GristmillError(error.code, error.message, { hint: error.hint });
  } catch (cause) {
    return new GristmillError(
      'HUB_ANSWER_MALFORMED',
      `${hub} answered ${response.status} with something else than Gristmill's JSON.`,
      {
        hint: 'Check that this address is a Gristmill hub and not another server or a proxy.',
        fault: 'peer',
        cause,
      },
    );
  }
}
