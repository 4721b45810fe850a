import { GristmillError } from '@gristmill/protocol';
import { z } from 'zod';

/**
 * What a test of the WASI suite says of itself, in the JSON file beside it. There is an older form, a record, and a newer one, a
 * list of operations: https://github.com/WebAssembly/wasi-testsuite/blob/main/doc/specification.md
 */
export interface Specification {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
  /** Folders beside the test that the program finds open, by the names it knows them by. */
  readonly preopens: Readonly<Record<string, string>>;
  readonly exitCode: number;
  /** What must be printed; `null` where the test does not say. */
  readonly stdout: string | null;
  readonly stderr: string | null;
  /** What the test needs besides a program, such as a server's connection. */
  readonly needs: string | null;
}

const runFields = {
  args: z.array(z.string()).default([]),
  env: z.record(z.string(), z.string()).default({}),
  root: z.string().nullish(),
  // Before there was `root`: folders that keep their own names.
  dirs: z.array(z.string()).default([]),
  // Ours, for other people's programs: the suite's own have none.
  stdin: z.string().default(''),
};
type RunFields = z.infer<z.ZodObject<typeof runFields>>;

const record = z.object({
  ...runFields,
  exit_code: z.number().int().default(0),
  stdout: z.string().nullish(),
  stderr: z.string().nullish(),
});

const operation = z.discriminatedUnion('type', [
  z.object({ type: z.literal('run'), ...runFields }),
  z.object({ type: z.literal('wait'), exit_code: z.number().int().default(0) }),
  z.object({
    type: z.literal('read'),
    id: z.enum(['stdout', 'stderr']).default('stdout'),
    payload: z.string().default(''),
  }),
  ...(['connect', 'send', 'recv', 'request', 'kill'] as const).map((type) => z.object({ type: z.literal(type) })),
]);
const operations = z.object({
  operations: z.array(operation).default([
    { type: 'run', args: [], env: {}, dirs: [], stdin: '' },
    { type: 'wait', exit_code: 0 },
  ]),
});

/** Reads a test's specification; a test without one passes when it exits with 0. @throws GristmillError `SPECIFICATION_INVALID` */
export function readSpecification(json: string | null): Specification {
  const document = parsed(json ?? '{}');
  if (typeof document === 'object' && document !== null && ('operations' in document || 'proposals' in document)) {
    return fromOperations(checked(operations, document).operations);
  }
  const { exit_code: exitCode, stdout, stderr, ...run } = checked(record, document);
  return { ...started(run), exitCode, stdout: stdout ?? null, stderr: stderr ?? null, needs: null };
}

function fromOperations(list: readonly z.infer<typeof operation>[]): Specification {
  const streams: { stdout: string | null; stderr: string | null } = { stdout: null, stderr: null };
  let [needs, exitCode]: [string | null, number] = [null, 0];
  let run: RunFields = { args: [], env: {}, dirs: [], stdin: '' };
  for (const step of list) {
    switch (step.type) {
      case 'run':
        run = step;
        break;
      case 'wait':
        exitCode = step.exit_code;
        break;
      case 'read':
        streams[step.id] = (streams[step.id] ?? '') + step.payload;
        break;
      case 'connect':
      case 'send':
      case 'recv':
      case 'request':
      case 'kill':
        needs = 'sockets';
        break;
    }
  }
  return { ...started(run), exitCode, ...streams, needs };
}

function started({
  args,
  env,
  root,
  dirs,
  stdin,
}: RunFields): Pick<Specification, 'args' | 'env' | 'preopens' | 'stdin'> {
  const named = dirs.map((folder) => [folder, folder]);
  return { args, env, stdin, preopens: Object.fromEntries([...(root == null ? [] : [['/', root]]), ...named]) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw invalid(String(cause), cause);
  }
}

function checked<T>(schema: z.ZodType<T>, document: unknown): T {
  const { success, data, error } = schema.safeParse(document);
  if (!success) throw invalid(z.prettifyError(error), error);
  return data;
}

function invalid(why: string, cause: unknown): GristmillError {
  return new GristmillError('SPECIFICATION_INVALID', `The JSON file beside the test is not a specification: ${why}`, {
    hint: 'Check that the checkout is whole; a new field of the suite is added in src/wasi/specification.ts.',
    cause,
  });
}
