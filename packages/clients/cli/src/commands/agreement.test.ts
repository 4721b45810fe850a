import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gristmill, gristmillHere, gristmillText } from '../../test/command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-agreement-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, content: unknown): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const COIN = '{ "currency_symbol": "", "token_name": "" }';

/** What `ann` deposits, more or less of it paid to `bob`; written by hand, as it may come from elsewhere. */
const gift = (deposited: number | string, paid: number | string) =>
  `{ "when": [{
       "case": { "party": { "role_token": "ann" }, "deposits": ${deposited}, "of_token": ${COIN},
                 "into_account": { "role_token": "ann" } },
       "then": { "pay": ${paid}, "token": ${COIN}, "from_account": { "role_token": "ann" },
                 "to": { "party": { "role_token": "bob" } }, "then": "close" }
     }],
     "timeout": 1900000000000, "timeout_continuation": "close" }`;

const depositOf = (units: string) =>
  `{ "tx_interval": { "from": 1, "to": 2 }, "tx_inputs": [{ "input_from_party": { "role_token": "ann" },
     "that_deposits": ${units}, "of_token": ${COIN},
     "into_account": { "role_token": "ann" } }] }`;

const sale = ['buyer=ann', 'seller=bob', 'arbiter=cid', 'price=450000'];
const dates = ['payBy=2027-01-10', 'acceptBy=2027-01-24', 'ruleBy=2027-02-07'];
const parameters = [...sale, ...dates].flatMap((word) => ['--param', word]);

describe('new', () => {
  it('writes terms that the other commands read', async () => {
    const { code, stdout } = await gristmillText(['agreement', 'new', 'escrow', ...parameters]);
    expect(code).toBe(0);
    const terms = await fileOf('escrow.json', stdout);
    expect(await gristmillHere('agreement', 'check', terms)).toMatchObject({
      safe: true,
      analysis: { complete: true, endsBy: Date.parse('2027-02-07') },
    });
    const svg = path.join(folder, 'escrow.svg');
    expect(await gristmillHere('agreement', 'explain', terms, '--decimals', '2', '--svg', svg)).toMatchObject({
      text: expect.stringContaining('Ann deposits 4,500.00 coin into its account') as string,
      svgPath: svg,
    });
    expect(await readFile(svg, 'utf8')).toMatch(/^<svg /);
  });

  it('lists the templates, and gives an example of each that works', async () => {
    const listed = (await gristmillHere('agreement', 'new')) as unknown as { name: string; schema: unknown }[];
    expect(listed.length).toBeGreaterThanOrEqual(10);
    for (const { name } of listed) {
      const example = await fileOf(`${name}.json`, await gristmillHere('agreement', 'new', name, '--example'));
      const terms = await gristmillHere('agreement', 'new', name, '--params', example);
      expect(terms).not.toHaveProperty('error');
    }
  });

  it('says what a template still needs, and where to see it', async () => {
    expect(await gristmillHere('agreement', 'new', 'escrow', '--param', 'buyer=ann')).toMatchObject({
      error: {
        code: 'TEMPLATE_PARAMETERS_MALFORMED',
        message: expect.stringContaining('seller') as string,
        hint: expect.stringContaining('agreement new escrow --example') as string,
      },
    });
    expect(await gristmillHere('agreement', 'new', 'loan')).toMatchObject({ error: { code: 'TEMPLATE_UNKNOWN' } });
  });
});

describe('check', () => {
  it('exits with 1 for terms that promise more than they hold, and shows how it comes to that', async () => {
    const file = await fileOf('short.json', gift(5, 7));
    const { code, document } = await gristmill('agreement', 'check', file);
    expect(code).toBe(1);
    expect(document).toMatchObject({
      safe: false,
      analysis: {
        payments: [{ verdict: 'fails', counterExample: { kind: 'partialPay', transactions: [{ tx_inputs: [{}] }] } }],
      },
    });
    const shown = await gristmillText(['agreement', 'check', file]);
    expect(shown.code).toBe(1);
    expect(shown.stdout).toMatch(/✗ unsafe.*a payment takes only what is there.*1\. .*ann deposits 5 coin/s);
  });

  it('does not call safe what it could not follow to its end', async () => {
    const file = await fileOf('gift.json', gift(7, 7));
    expect(await gristmillHere('agreement', 'check', file)).toMatchObject({ safe: true });
    expect(await gristmillHere('agreement', 'check', file, '--steps', '1')).toMatchObject({
      safe: false,
      analysis: { complete: false, gaveUp: 'budget', payments: [{ verdict: 'unknown' }] },
    });
  });

  it.each([
    ['{"when": [], "timeout": -1.5, "timeout_continuation": "close"}', 'TERMS_MALFORMED'],
    ['{"wenn": []}', 'TERMS_MALFORMED'],
    ['{"contract": "close", "contract": "close"}', 'TERMS_DUPLICATE_KEY'],
    ['['.repeat(9000), 'TERMS_TOO_DEEP'],
  ])('refuses %.60s', async (text, code) => {
    expect(await gristmillHere('agreement', 'check', await fileOf('bad.json', text))).toMatchObject({
      error: { code, hint: expect.stringMatching(/\w/) as string },
    });
  });
});

describe('run', () => {
  it('gives an output for each transaction, in core JSON, with every digit', async () => {
    const units = '90071992547409931234567';
    const terms = await fileOf('large.json', gift(units, units));
    const inputs = await fileOf('inputs.json', `[${depositOf('1')}, ${depositOf(units)}]`);
    const { code, stdout } = await gristmillText(['agreement', 'run', terms, '--inputs', inputs, '--json']);
    expect(code).toBe(0);
    expect(stdout).toContain(`"amount": ${units}`);
    expect(JSON.parse(stdout)).toMatchObject([
      { transaction_error: 'TEApplyNoMatchError' },
      { contract: 'close', payments: [{}], warnings: [] },
    ]);
    const { stdout: story } = await gristmillText(['agreement', 'run', terms, '--inputs', inputs]);
    expect(story).toMatch(
      /1\. .*\n {3}✗ .*exactly 90071992547409931234567 is expected.*\n2\. .*\n {3}→ .*to bob\nClosed/,
    );
  });
});
