import { ByteWriter } from '../wasm/byte-writer.ts';
import type { FunctionType } from '../wasm/function-type.ts';
import { type ModuleLayout, Section, ValueType } from '../wasm/module-layout.ts';
import { Op } from '../wasm/opcodes.ts';
import type { FunctionSurvey } from './call-graph.ts';

/**
 * How the functions of the fast form hand one another what is left of the fuel and the depth: as parameters behind
 * their own, the fuel also as a result behind their own, so that both stay in registers. Where a function is not among
 * its own kind (the host calls it, or it is the host's), both are in globals.
 */
export interface Handover {
  /** 1 for functions that take the depth too, by index: those that pass it on, and those that are called indirectly. */
  readonly takesDepth: Uint8Array;
  /** Index of the type that stands for `type`. */
  typeOf(type: FunctionType, takesDepth: boolean): number;
}

/** Parameters and results of one type that V8, SpiderMonkey and JavaScriptCore take. */
const PARAMETERS_MAX = 1000;
const RESULTS_MAX = 1000;

const takesFunctions = ({ parameters, results }: FunctionType): boolean =>
  parameters.includes(ValueType.funcref) || results.includes(ValueType.funcref);

/**
 * `null` for a module whose functions must keep their types: others may call them, or be called in their place, through
 * what the module shares; or a type has no room left. Such a module hands over in globals throughout.
 */
export function handoverOf(
  layout: ModuleLayout,
  keep: readonly string[],
  survey: FunctionSurvey,
  typeIndex: (type: FunctionType) => number,
): Handover | null {
  const imports = layout.imports.length;
  const importedTables = layout.tables.length - (layout.sections.get(Section.table)?.count ?? 0);
  const importedGlobals = layout.globals.length - (layout.sections.get(Section.global)?.count ?? 0);
  const kept = layout.exports.filter(({ name }) => keep.includes(name));
  const meetsHost = layout.functions.slice(0, imports);
  for (const { kind, index } of kept) if (kind === 0) meetsHost.push(layout.functions[index]!);
  if (
    importedTables > 0 ||
    kept.some(({ kind, index }) => kind === 1 || (kind === 3 && layout.globals[index]!.type === ValueType.funcref)) ||
    layout.globals.slice(0, importedGlobals).some(({ type }) => type === ValueType.funcref) ||
    meetsHost.some(takesFunctions) ||
    survey.isValue.subarray(0, imports).includes(1) ||
    layout.types.some(
      ({ parameters, results }) => parameters.length + 2 > PARAMETERS_MAX || results.length + 1 > RESULTS_MAX,
    )
  ) {
    return null;
  }
  const known = [new Map<FunctionType, number>(), new Map<FunctionType, number>()];
  return {
    takesDepth: survey.isValue.map((isValue, i) => (isValue === 1 || survey.shallow[i] === 0 ? 1 : 0)),
    typeOf(type, takesDepth) {
      const indices = known[takesDepth ? 1 : 0]!;
      let index = indices.get(type);
      if (index === undefined) {
        index = typeIndex({
          parameters: [...type.parameters, ValueType.i64, ...(takesDepth ? [ValueType.i64] : [])],
          results: [...type.results, ValueType.i64],
        });
        indices.set(type, index);
      }
      return index;
    },
  };
}

/** Code by which the host enters a function of the module, with the function's own type. */
export function doorBody(
  type: FunctionType,
  functionIndex: number,
  takesDepth: boolean,
  { fuelGlobal, stackGlobal }: { readonly fuelGlobal: number; readonly stackGlobal: number },
): Uint8Array {
  const body = new ByteWriter(64);
  const w = (opcode: number, index: number): void => {
    body.u8(opcode);
    body.u32(index);
  };
  const stackLocal = type.parameters.length;
  for (const byte of [1, 1, ValueType.i64]) body.u8(byte);
  // The function may call the host, which leaves a lower depth where the next one who enters looks for his.
  w(Op.globalGet, stackGlobal);
  w(Op.localSet, stackLocal);
  for (let i = 0; i < type.parameters.length; i++) w(Op.localGet, i);
  w(Op.globalGet, fuelGlobal);
  if (takesDepth) w(Op.localGet, stackLocal);
  w(Op.call, functionIndex);
  w(Op.globalSet, fuelGlobal);
  w(Op.localGet, stackLocal);
  w(Op.globalSet, stackGlobal);
  body.u8(Op.end);
  return body.toBytes();
}
