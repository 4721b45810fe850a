import type { Cid } from '@gristmill/protocol';
import { rulePackIds } from '@gristmill/rules';
import type { Command } from 'commander';
import { loginName } from '../../../login-name.ts';
import { createOutput } from '../../../output.ts';
import { parsePackCid, rulesOf, rulesText } from '../../../tax/rules/pack-reference.ts';
import { rulesFolder } from '../../../tax/rules/rule-subscription.ts';
import { subscribedFeed } from '../../../tax/rules/subscribed-feed.ts';
import type { HomeOption } from './home-option.ts';

interface AdoptOptions extends HomeOption {
  by?: string;
}

export function addAdopt(packs: Command): Command {
  return packs
    .command('adopt')
    .argument('<cid>', 'the content identifier of the pack, as `fetch`, `diff` and `list` show it')
    .summary('let a pack serve from now on: your decision, kept with day and name')
    .description(
      'Lets a pack serve from now on: one that the feed offers, one that you adopted before, or the shipped one. It is ' +
        'named by its content, so that what serves is what you read. Earlier assessments stay as they are and can be ' +
        'repeated with `--pack CID`; `packs diff CID --effect FACTS` shows what a correction comes to.',
    )
    .option('--by <name>', 'who decides (default: your login name)')
    .addHelpText(
      'after',
      '\nExamples:\n  gristmill tax packs adopt bafyrei…\n  gristmill tax packs adopt bafyrei… --by "Ada"',
    )
    .action(async (text: string, _: unknown, command: Command) => {
      const options: AdoptOptions = command.optsWithGlobals();
      const cid = parsePackCid(text);
      const feed = await subscribedFeed(rulesFolder(options.home));
      const before = new Map<string, Cid>();
      for (const id of rulePackIds) before.set(id, (await feed.current(id)).pack.cid);
      const { pack, source, adoption, notices } = await feed.adopt(cid, { by: options.by ?? loginName() });
      const rules = rulesOf(pack, source, adoption);
      const replaced = before.get(pack.id)!;
      const output = createOutput({ json: options.json ?? false });
      for (const { code, message, hint } of notices) output.log(`${message} ${hint} (${code})`);
      output.result(
        { packId: pack.id, replaced, rules },
        [
          `${pack.id}: ${rulesText(rules)}`,
          replaced === cid
            ? 'It served already.'
            : `Before it served ${replaced}; assessments made with that stay, and \`--pack ${replaced}\` repeats them.`,
        ].join('\n'),
      );
    });
}
