import { expect, test } from 'vitest';
import { parseDeployment } from './deployment.ts';

const contract = (digit: number) => `0x${String(digit).repeat(40)}`;
const file = {
  chainId: 31_337,
  token: contract(1),
  escrow: contract(2),
  router: contract(3),
  taxVault: contract(4),
  anchor: contract(5),
  stake: contract(6),
  ruleRegistry: contract(7),
  payMany: contract(8),
  agreement: contract(9),
  deployedAtBlock: 1,
  asset: { code: 'GUSD', decimals: 6 },
};

const read = (content: unknown) => parseDeployment('deployment.json', JSON.stringify(content));

test('a deployment file is read whole', () => {
  expect(read(file)).toEqual(file);
});

test.each([
  ['lacks the escrow', { ...file, escrow: undefined }],
  ['names something that is no address', { ...file, token: '0x12' }],
  ['names what nobody knows', { ...file, lottery: contract(0) }],
  ['is no object', null],
])('one that %s is refused', (_why, broken) => {
  expect(() => read(broken)).toThrow(expect.objectContaining({ code: 'DEPLOYMENT_MALFORMED' }));
});

test('what is no JSON is refused', () => {
  expect(() => parseDeployment('deployment.json', '{')).toThrow(
    expect.objectContaining({ code: 'DEPLOYMENT_MALFORMED' }),
  );
});

test('one of a version that knew fewer contracts is refused by what it lacks', () => {
  const { chainId, token, escrow, router, taxVault, anchor, asset } = file;
  expect(() => read({ chainId, token, escrow, router, taxVault, anchor, asset })).toThrow(
    expect.objectContaining({
      code: 'DEPLOYMENT_INCOMPLETE',
      message: expect.stringContaining(
        'does not name stake, ruleRegistry, payMany, agreement, deployedAtBlock',
      ) as string,
    }),
  );
});
