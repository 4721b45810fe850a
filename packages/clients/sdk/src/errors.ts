import { type Address, type Asset, type Fault, formatUnits, GristmillError, type JobId } from '@gristmill/protocol';
import { z } from 'zod';

export class HubUnreachable extends GristmillError {
  constructor(hub: string, cause: unknown) {
    super('HUB_UNREACHABLE', `No Gristmill hub answers at ${hub}${reasonOf(cause)}.`, {
      hint: /^https?:\/\//.test(hub)
        ? 'Start one with `gristmill up`, or name another with --hub.'
        : 'Write the address with its scheme, as in http://127.0.0.1:4711.',
      fault: 'configuration',
      cause,
    });
  }
}

/** `fetch` says why it failed in the cause of its error: a port that is closed, a name that is unknown, a certificate. */
function reasonOf(failure: unknown): string {
  const { cause } = Object(failure) as { cause?: unknown };
  return cause instanceof Error && cause.message !== '' ? `: ${cause.message}` : '';
}

/** The hub went away while it was asked to take a job, and whether it took it nobody can know. */
export function submissionUnanswered(hub: string, jobId: JobId, cause: unknown): GristmillError {
  return new GristmillError(
    'HUB_UNREACHABLE',
    `${hub} did not say whether it took job ${jobId}, so it may run there.`,
    {
      hint: `Look for it before you submit another: \`gristmill result ${jobId}\` waits for it, \`gristmill cancel ${jobId}\` ends it.`,
      fault: 'platform',
      cause,
    },
  );
}

export function walletBalanceTooSmall(
  wallet: Address,
  { units, balanceUnits, asset }: { units: bigint; balanceUnits: bigint; asset: Asset },
): GristmillError {
  const message = `${formatUnits(units, asset)} cannot be deposited: the wallet ${wallet} holds ${formatUnits(balanceUnits, asset)}.`;
  return new GristmillError('WALLET_BALANCE_TOO_SMALL', message, {
    hint: `Send ${asset.code} to the wallet, or ask for less: a job deposits its whole \`budget\`, of which what it does not spend stays yours.`,
  });
}

/** Whether asking again later can help: the hub is away or not well, rather than of another mind. */
export function mayPass(error: unknown): boolean {
  return error instanceof HubUnreachable || (error instanceof GristmillError && error.fault === 'platform');
}

/** Whether the hub itself said nothing: it is away, or a proxy speaks for it. */
export function isUnanswered(error: unknown): boolean {
  return mayPass(error) && (error as GristmillError).code.startsWith('HUB_');
}

/** Whether a request is better made again than told of; a hub whose disk or chain fails wants somebody to hear of it now. */
export function isMomentary(error: GristmillError): boolean {
  return isUnanswered(error) || error.code === 'BODIES_FULL' || error.code === 'COORDINATOR_STOPPED';
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

/** What the hub refused, with the hub's own code, message and hint; the fault `platform` says that it may pass. */
export async function refusalOf(hub: string, response: Response): Promise<GristmillError> {
  const fault = faultOf(response.status);
  const text = await response.text();
  try {
    const { error } = refusal.parse(JSON.parse(text));
    return new GristmillError(error.code, error.message, { hint: error.hint, fault });
  } catch (cause) {
    const what = `answered ${response.status} with something else than Gristmill's JSON`;
    return answerMalformed(hub, what, cause, fault === 'platform' ? fault : 'peer');
  }
}

/** 502 to 504 are said while a hub or a proxy starts, stops or is busy; 500 is a defect, and there again the next time. */
function faultOf(status: number): Fault {
  if (status === 500) return 'peer';
  return status > 500 ? 'platform' : 'user';
}

export function optionMalformed(field: string, problem: string): GristmillError {
  return new GristmillError('JOB_MALFORMED', `The job's ${field} is wrong: ${problem}.`, {
    hint: 'Mend that field; the README of `gristmill` lists the options, and `job` in @gristmill/protocol is the schema.',
  });
}
