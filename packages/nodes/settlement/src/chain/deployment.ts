import { count, GristmillError, networkView } from '@gristmill/protocol';

/** Where the contracts of one network are: what `deployContracts` gives and a deployment file holds. */
export const deployment = networkView.shape.contracts
  .extend({ chainId: count, asset: networkView.shape.asset })
  .strict();
export type Deployment = ReturnType<typeof deployment.parse>;

/**
 * What a deployment file says. One that lacks contracts is refused, not read as a network without them: the escrow of such
 * a network is of an older kind too, and whoever relied on a bond there would find none.
 *
 * @throws GristmillError `DEPLOYMENT_MALFORMED`, `DEPLOYMENT_INCOMPLETE`
 */
export function parseDeployment(file: string, text: string): Deployment {
  let content: unknown;
  try {
    content = JSON.parse(text);
    return deployment.parse(content);
  } catch (cause) {
    const { data: parts } = deployment.partial().safeParse(content);
    if (parts?.escrow === undefined) {
      throw new GristmillError('DEPLOYMENT_MALFORMED', `${file} does not list the contracts of a network.`, {
        hint: 'Copy deployment.json from the home of a hub on that network.',
        fault: 'configuration',
        cause,
      });
    }
    const missing = Object.keys(deployment.shape).filter((name) => !(name in parts));
    throw new GristmillError(
      'DEPLOYMENT_INCOMPLETE',
      `${file} does not name ${missing.join(', ')}: an older Gristmill wrote it, with older contracts.`,
      {
        hint: 'Settle what is open there with that version, then deploy anew; `gristmill up` does so in a new --home.',
        fault: 'configuration',
        cause,
      },
    );
  }
}
