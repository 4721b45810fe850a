import wabt from 'wabt';
import type { ModuleSource } from '../script/command.ts';

/** Turns the text of a module into its bytes, without checking more than it must. @throws Error when it cannot */
export type Assembler = (source: Exclude<ModuleSource, { form: 'binary' }>) => Uint8Array;

/** All that the assembler knows: what the sandbox refuses it shall refuse itself, by name. */
const FEATURES = {
  exceptions: true,
  mutable_globals: true,
  sat_float_to_int: true,
  sign_extension: true,
  simd: true,
  threads: true,
  function_references: true,
  multi_value: true,
  tail_call: true,
  bulk_memory: true,
  reference_types: true,
  annotations: true,
  gc: true,
  memory64: true,
  multi_memory: true,
  extended_const: true,
  relaxed_simd: true,
};

/** An assembler of the text format on WABT. */
export async function createAssembler(): Promise<Assembler> {
  const toolkit = await wabt();
  return ({ text }) => {
    const module = toolkit.parseWat('module.wat', text, FEATURES);
    try {
      module.resolveNames();
      return Uint8Array.from(module.toBinary({ write_debug_names: false }).buffer);
    } finally {
      module.destroy();
    }
  };
}
