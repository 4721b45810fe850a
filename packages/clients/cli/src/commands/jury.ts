import { createJuror, createSitting, type Desk, type Juror } from '@gristmill/coordinator';
import {
  cid,
  type Cid,
  type DeviceKey,
  type FaultView,
  GristmillError,
  type NetworkView,
  parseEvidence,
  type SignedFaultVerdict,
  signedFaultVerdict,
} from '@gristmill/protocol';
import { createProcessExecutor, type Executor, repeatAssignment } from '@gristmill/provider';
import { createStakeClient } from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import type { Command } from 'commander';
import { createHubClient, DEFAULT_HUB, formatUnits, type HubClient } from 'gristmill';
import colors from 'yoctocolors';
import { type Home, openHome } from '../home.ts';
import { readNamedFile, wholeNumber } from '../input.ts';
import { openVerdictBook } from '../jury/verdict-book.ts';
import { createOutput, type Output } from '../output.ts';
import { table } from '../table.ts';
import { untilInterrupted } from '../interruption.ts';
import { openWallet, settlementOf } from '../wallet.ts';

interface JuryOptions {
  hub: string;
  home?: string;
  handIn?: boolean;
  every: string;
  json?: boolean;
}

export function addJury(program: Command): void {
  const jury = program
    .command('jury')
    .summary('judge results that a hub found wrong: run them again, sign, slash')
    .description(
      'A result that the quorum of a task contradicts is not paid. The hub also writes down what anybody needs to ' +
        'see that it was wrong: the signed job, what the provider was given, and the receipt that it signed. If there is ' +
        'a bond, jurors, who were named when the stake contract was made, run the task again and sign a verdict; with ' +
        'enough of them, the bond is slashed.\n\n' +
        'A juror signs with juror.key of its home, and keeps what it signed in the folder `verdicts` there.',
    )
    .addHelpText(
      'after',
      `
Examples:
  gristmill jury faults
  gristmill jury judge bafyrei… --hand-in
  gristmill jury serve --hub http://hub.example:4711       judges whatever comes, until Ctrl-C`,
    );

  addJuryOptions(
    jury
      .command('address')
      .summary("this home's juror, its key made on first use, and whether the network knows it")
      .description('Jurors are named when a stake contract is made; this is the address to name.')
      .addHelpText('after', '\nExample:\n  gristmill jury address'),
  ).action(async (_: JuryOptions, command: Command) => showAddress(command.optsWithGlobals()));

  addJuryOptions(
    jury
      .command('faults')
      .summary('wrong results that a hub has found, and what came of them')
      .addHelpText(
        'after',
        "\nExamples:\n  gristmill jury faults\n  gristmill jury faults --json | jq '.faults[].evidence'",
      ),
  ).action(async (_: JuryOptions, command: Command) => listFaults(command.optsWithGlobals()));

  addJuryOptions(
    jury
      .command('judge')
      .argument('<evidence>', 'CID of the evidence at the hub, or a file that holds it')
      .option('--hand-in', 'also give the signature to the hub')
      .summary('check evidence, run the task again, and sign the verdict if all of it holds')
      .description(
        "Runs the task again in this machine's sandbox, as a provider would, and signs only when it comes to what the " +
          'quorum said. What does not prove a fault is refused with a code that says why: EVIDENCE_RECEIPT_FORGED, ' +
          'EVIDENCE_UNRELATED, EVIDENCE_FOREIGN, EVIDENCE_RESULTS_EQUAL, EVIDENCE_INDECISIVE (a form of NaNs in which ' +
          'honest devices may differ), EVIDENCE_REFUTED (the provider was right), EVIDENCE_UNPROVEN (nobody was).',
      )
      .addHelpText(
        'after',
        '\nExamples:\n  gristmill jury judge bafyrei… --json > verdict.json\n  gristmill jury judge evidence.cbor --hand-in --json',
      ),
  ).action(async (evidence: string, _: JuryOptions, command: Command) => judge(evidence, command.optsWithGlobals()));

  addJuryOptions(
    jury
      .command('slash')
      .argument(
        '<verdicts...>',
        'files with signed verdicts, as `judge` prints them, or the CID of evidence at the hub',
      )
      .summary("send a quorum's verdict to the stake contract")
      .description(
        'Anyone may send it; the money goes to who proved the fault and to the requestor. The hub does so by itself when ' +
          'enough jurors have handed in. The gas is paid by wallet.key.',
      )
      .addHelpText(
        'after',
        '\nExamples:\n  gristmill jury slash bafyrei…\n  gristmill jury slash verdict-1.json verdict-2.json',
      ),
  ).action(async (verdicts: string[], _: JuryOptions, command: Command) => slash(verdicts, command.optsWithGlobals()));

  addJuryOptions(
    jury
      .command('serve')
      .option('--every <seconds>', 'how often to look for new faults', '10')
      .summary("judge a hub's faults as they come, until Ctrl-C")
      .addHelpText('after', '\nExample:\n  gristmill jury serve --hub http://hub.example:4711'),
  ).action(async (_: JuryOptions, command: Command) => serve(command.optsWithGlobals()));
}

function addJuryOptions(command: Command): Command {
  return command
    .option('--hub <url>', 'the hub that found the faults', DEFAULT_HUB)
    .option('--home <folder>', 'where juror.key lies (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document');
}

async function showAddress(options: JuryOptions): Promise<void> {
  const network = await createHubClient(options.hub).network();
  const key = await (await openHome(options.home)).key('juror');
  const stake = await createStakeClient({ ...settlementOf(network), key });
  const isJuror = await stake.isJuror(key.address);
  createOutput({ json: options.json ?? false }).result(
    { juror: key.address, stake: stake.stake, isJuror },
    `${key.address} ${isJuror ? 'is a juror' : 'is no juror'} of the stake contract ${stake.stake} on chain ${stake.chainId}.`,
  );
}

async function listFaults(options: JuryOptions): Promise<void> {
  const hub = createHubClient(options.hub);
  const [{ asset }, faults] = [await hub.network(), await hub.faults()];
  createOutput({ json: options.json ?? false }).result(
    { faults },
    faults.length === 0
      ? 'No result was found wrong here.'
      : table(
          ['evidence', 'provider', 'task', 'jurors', 'slashed', ''],
          faults.map((fault) => [
            fault.evidence,
            `…${fault.provider.slice(-8)}`,
            `${fault.taskIndex} of …${fault.jobId.slice(-8)}`,
            String(fault.verdicts.length),
            formatUnits(fault.slashedUnits, asset),
            fault.isOpen ? colors.yellow('open') : colors.dim('closed'),
          ]),
        ),
  );
}

async function judge(named: string, options: JuryOptions): Promise<void> {
  const output = createOutput({ json: options.json ?? false });
  const hub = createHubClient(options.hub);
  const network = await hub.network();
  const home = await openHome(options.home);
  const name = cid.safeParse(named);
  const content = name.success ? await hub.getBlob(name.data) : await readNamedFile(named);
  const signed = await withExecutor(output, async (executor) =>
    (await openJuror({ home, network, key: await home.existingKey('juror'), hub, executor })).judge(content),
  );
  const { verdict, juror, signature } = signed;
  const fault =
    options.handIn === true ? await hub.confirmFault(parseEvidence(content).name, { juror, signature }) : null;
  output.result(
    { ...signed, fault },
    [
      `${colors.bold('Wrong.')} The task was run again: ${verdict.provider} did not report what it comes to.`,
      `  penalty    ${formatUnits(verdict.units, network.asset)}`,
      `  juror      ${juror}`,
      `  signature  ${signature}`,
      ...(fault === null ? [] : [handedIn(fault, network)]),
    ].join('\n'),
  );
}

function handedIn({ verdicts, slashedUnits }: FaultView, { asset }: NetworkView): string {
  return slashedUnits === 0n
    ? `Handed in; ${verdicts.length} jurors have signed.`
    : `Handed in; ${formatUnits(slashedUnits, asset)} of the bond were taken.`;
}

async function slash(named: readonly string[], options: JuryOptions): Promise<void> {
  const output = createOutput({ json: options.json ?? false });
  const hub = createHubClient(options.hub);
  const network = await hub.network();
  const signed = (await Promise.all(named.map((one) => verdictsNamed(one, hub)))).flat();
  const key = await openWallet(await openHome(options.home), options.hub);
  const stake = await createStakeClient({ ...settlementOf(network), key });
  const { transactionHash, gasUsed, units } = await stake.slash(signed);
  output.result(
    { transactionHash, gasUsed, units, provider: signed[0]!.verdict.provider },
    `${formatUnits(units, network.asset)} taken from the bond of ${signed[0]!.verdict.provider}: ${transactionHash}`,
  );
}

/** @throws GristmillError `FAULT_UNKNOWN`, `FILE_UNREADABLE`, `VERDICT_MALFORMED` */
async function verdictsNamed(named: string, hub: HubClient): Promise<SignedFaultVerdict[]> {
  const name = cid.safeParse(named);
  if (name.success) return await handedInAt(hub, name.data);
  const content = await readNamedFile(named);
  try {
    return [signedFaultVerdict.parse(signedPart(JSON.parse(new TextDecoder().decode(content))))];
  } catch (cause) {
    throw new GristmillError('VERDICT_MALFORMED', `${named} does not hold a signed verdict.`, {
      hint: 'Make it with `gristmill jury judge EVIDENCE --json`.',
      cause,
    });
  }
}

/** What `judge --json` prints has also what the hub answered. */
function signedPart(document: unknown): unknown {
  const { verdict, juror, signature } = document as Partial<SignedFaultVerdict>;
  return { verdict, juror, signature };
}

async function handedInAt(hub: HubClient, evidence: Cid): Promise<SignedFaultVerdict[]> {
  const fault = (await hub.faults()).find((each) => each.evidence === evidence);
  if (fault === undefined || fault.verdicts.length === 0) {
    throw new GristmillError('FAULT_UNKNOWN', `No juror has handed in a verdict on ${evidence} at ${hub.url}.`, {
      hint: '`gristmill jury faults` lists what the hub has; `gristmill jury judge` judges it.',
    });
  }
  return fault.verdicts.map(({ juror, signature }) => ({ verdict: fault.verdict, juror, signature }));
}

async function serve(options: JuryOptions): Promise<void> {
  const output = createOutput({ json: options.json ?? false });
  const everyMs = wholeNumber('--every', options.every, 1, 86_400) * 1000;
  const hub = createHubClient(options.hub);
  const network = await hub.network();
  const home = await openHome(options.home);
  const key = await home.existingKey('juror');
  await withExecutor(output, async (executor) => {
    const juror = await openJuror({ home, network, key, hub, executor });
    const sitting = createSitting({ desk: deskAt(hub), jurors: [juror], log: output.log });
    output.result({ juror: juror.address, hub: network.coordinator }, `Juror ${juror.address} sits at ${options.hub}.`);
    const stopping = new AbortController();
    const interrupted = untilInterrupted(output.log).then(() => stopping.abort());
    while (!stopping.signal.aborted) {
      await sitting.judgeOpen().catch((error: unknown) => output.log(String(error)));
      await systemClock.sleep(everyMs, stopping.signal);
    }
    await interrupted;
  });
}

function deskAt(hub: HubClient): Desk {
  return {
    faults: () => hub.faults(),
    fetch: (name) => hub.getBlob(name),
    confirm: (evidence, vote) => hub.confirmFault(evidence, vote),
  };
}

async function withExecutor<Result>(output: Output, use: (executor: Executor) => Promise<Result>): Promise<Result> {
  const executor = await createProcessExecutor({ workers: 1, log: output.log });
  try {
    return await use(executor);
  } finally {
    await executor.close();
  }
}

async function openJuror({
  home,
  network,
  key,
  hub,
  executor,
}: {
  home: Home;
  network: NetworkView;
  key: DeviceKey;
  hub: HubClient;
  executor: Executor;
}): Promise<Juror> {
  const fetch = (name: Cid) => hub.getBlob(name);
  return createJuror({
    bonds: await createStakeClient({ ...settlementOf(network), key }),
    repeat: (assignment) => repeatAssignment(assignment, { executor, fetch }),
    fetch,
    book: openVerdictBook(home.path('verdicts')),
  });
}
