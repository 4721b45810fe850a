import type { Hex } from 'viem';
import { z } from 'zod';
import type { RivalPackage } from '../rival-package.ts';

/** Where, in a file's code, a library's address belongs; positions in bytes. */
type LinkReferences = Record<string, Record<string, { start: number; length: number }[]>>;

/** Compiled code whose libraries may be still missing. */
export interface Code {
  readonly object: string;
  readonly linkReferences: LinkReferences;
}

interface Artifact {
  readonly creation: Code;
  readonly runtime: Code;
}

const linkReferences = z
  .record(z.string(), z.record(z.string(), z.array(z.object({ start: z.number(), length: z.number() }))))
  .default({});
const foundryCode = z.object({ object: z.string(), linkReferences });

/** What Hardhat and Foundry write, in one shape. */
const artifactFile = z.union([
  z
    .object({ bytecode: foundryCode, deployedBytecode: foundryCode })
    .transform(({ bytecode, deployedBytecode }): Artifact => ({ creation: bytecode, runtime: deployedBytecode })),
  z
    .object({
      bytecode: z.string(),
      deployedBytecode: z.string().default('0x'),
      linkReferences,
      deployedLinkReferences: linkReferences,
    })
    .transform((file): Artifact => ({
      creation: { object: file.bytecode, linkReferences: file.linkReferences },
      runtime: { object: file.deployedBytecode, linkReferences: file.deployedLinkReferences },
    })),
]);

/** Reads a compiled contract of a package. */
export async function artifact(rival: RivalPackage, file: string): Promise<Artifact> {
  return artifactFile.parse(JSON.parse(await rival.text(file)));
}

/** The code with its libraries' addresses in their places. */
export function link(code: Code, libraries: Readonly<Record<string, Hex>> = {}): Hex {
  let hex = code.object.replace(/^0x/, '');
  for (const references of Object.values(code.linkReferences)) {
    for (const [library, places] of Object.entries(references)) {
      const address = libraries[library];
      if (address === undefined) throw new Error(`The library ${library} is not deployed.`);
      for (const { start, length } of places) {
        hex = hex.slice(0, start * 2) + address.slice(2).toLowerCase() + hex.slice((start + length) * 2);
      }
    }
  }
  if (!/^[0-9a-f]+$/i.test(hex)) throw new Error('The code has a gap where a library belongs, or is none.');
  return `0x${hex}`;
}
