import { instrument } from '@gristmill/sandbox';
import { compileC } from '@gristmill/workloads';
import metering from 'wasm-metering';
import { type Case, medianSeconds } from '../question.ts';
import { withoutCustomSections } from './as-command.ts';
import { engine } from './engine.ts';
import type { Program } from './program.ts';

const MEGABYTE = 1e6;

/** C++ whose libraries make a large module of it: streams, containers, regular expressions. */
const LARGE_PROGRAM = `
#include <iostream>
#include <map>
#include <regex>
#include <sstream>
int main() {
  std::map<std::string, int> words;
  std::stringstream text("grain and stone and water");
  for (std::string word; text >> word;)
    if (std::regex_match(word, std::regex("[a-z]+"))) words[word]++;
  for (const auto &[word, count] : words) std::cout << word << ' ' << count << std::endl;
}`;

/** How fast is a large module made ready, in megabytes of it a second, against the engine that compiles it anyway? */
export async function instrumentingLarge(rounds: number): Promise<Case> {
  const wasm = await compileC(LARGE_PROGRAM, 'c++');
  const megabytes = wasm.length / MEGABYTE;
  const seconds = await medianSeconds({ ours: () => instrument(wasm), theirs: () => engine.compile(wasm) }, { rounds });
  return {
    case: 'making a large module ready',
    unit: 'MB/s',
    ours: megabytes / seconds.ours,
    rival: megabytes / seconds.theirs,
    rivalName: 'WebAssembly.compile',
    ratio: seconds.theirs / seconds.ours,
    note: `${(megabytes * 1000).toFixed(0)} kB, canonical NaNs; ours on one thread, the engine's baseline code on several`,
  };
}

/** How fast are modules made ready? All that `wasm-metering` takes as well, at one go. */
export async function instrumentingSpeed(programs: readonly Program[], rounds: number): Promise<Case[]> {
  const taken = programs
    .map(({ wasm }) => Buffer.from(withoutCustomSections(wasm)))
    .filter((wasm) => {
      try {
        instrument(wasm);
        metering.meterWASM(wasm);
        return true;
      } catch {
        return false;
      }
    });
  if (taken.length === 0) return [];
  const megabytes = taken.reduce((sum, { length }) => sum + length, 0) / MEGABYTE;
  // Small modules are done in no time a clock can tell; together and over again they are.
  const repeats = Math.max(1, Math.ceil(1 / megabytes));
  const over =
    (make: (wasm: Uint8Array) => unknown): (() => void) =>
    () => {
      for (let i = 0; i < repeats; i += 1) for (const wasm of taken) make(wasm);
    };
  const seconds = await medianSeconds(
    {
      ours: over((wasm) => instrument(wasm)),
      theirs: over((wasm) => metering.meterWASM(Buffer.from(wasm))),
    },
    { rounds },
  );
  const perSecond = (side: 'ours' | 'theirs') => (megabytes * repeats) / seconds[side];
  return [
    {
      case: 'making modules ready',
      unit: 'MB/s',
      ours: perSecond('ours'),
      rival: perSecond('theirs'),
      rivalName: 'wasm-metering',
      ratio: perSecond('ours') / perSecond('theirs'),
      note: `${taken.length} modules, ${(megabytes * 1000).toFixed(0)} kB, canonical NaNs`,
    },
  ];
}
