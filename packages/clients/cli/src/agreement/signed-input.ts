import { inputsText, parseInputs } from '@gristmill/agreements';
import { address, GristmillError, jsonText } from '@gristmill/protocol';
import type { AgreementClient, SignedInput } from '@gristmill/settlement';
import { z } from 'zod';
import { readText } from '../input.ts';

const hex = z.custom<`0x${string}`>((value) => typeof value === 'string' && /^0x[0-9a-f]*$/i.test(value));
const units = z.string().regex(/^\d{1,78}$/);

/** A signed input as it travels: which agreement it is for, the input in core JSON, and its party's word. */
const document = z.object({
  agreement: hex,
  chainId: z.int(),
  contractAddress: address,
  signature: hex,
  permit: z.object({ token: address, owner: address, units, deadline: units, v: z.int(), r: hex, s: hex }).optional(),
});

/** Where a signed input counts. */
type Place = Pick<AgreementClient, 'chainId' | 'contract'> & { id: `0x${string}` };

export function signedInputText({ input, signature, permit }: SignedInput, { id, chainId, contract }: Place): string {
  const head = jsonText({ agreement: id, chainId, contractAddress: contract, signature, permit }, 2);
  return `${head.slice(0, -2)},\n  "inputs": ${inputsText([input], 2)}\n}`;
}

/**
 * A signed input from a file, for the agreement at this place.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `SIGNED_INPUT_MALFORMED`, `SIGNED_INPUT_ELSEWHERE`; TermsError as `parseInputs`
 */
export async function readSignedInput(file: string, { id, chainId, contract }: Place): Promise<SignedInput> {
  const text = await readText(file);
  const [input, ...more] = parseInputs(text);
  const { data, error } = document.safeParse(JSON.parse(text));
  if (data === undefined || input === undefined || more.length > 0) {
    throw new GristmillError('SIGNED_INPUT_MALFORMED', `${file} is no signed input of an agreement.`, {
      hint: 'Have its party write it with `gristmill agreement sign`.',
      cause: error,
    });
  }
  if (data.agreement.toLowerCase() !== id || data.chainId !== chainId || data.contractAddress !== contract) {
    throw new GristmillError(
      'SIGNED_INPUT_ELSEWHERE',
      `${file} is signed for agreement ${data.agreement} in ${data.contractAddress} on chain ${data.chainId}.`,
      { hint: `It counts there only; this is ${id} in ${contract} on chain ${chainId}.` },
    );
  }
  const { signature, permit } = data;
  if (permit === undefined) return { input, signature };
  return {
    input,
    signature,
    permit: { ...permit, units: BigInt(permit.units), deadline: BigInt(permit.deadline) },
  };
}
