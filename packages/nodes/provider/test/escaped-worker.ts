// A task thread as it stands when a task has broken out of its sandbox: the real one, locked down as ever, and after it
// code of a stranger's choice. It can use what every realm has, and reach the port through our own variables.
import { parentPort } from 'node:worker_threads';
import '../src/isolate/worker.ts';

const MODULES = [
  'fs',
  'fs/promises',
  'net',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'https',
  'http2',
  'tls',
  'child_process',
  'cluster',
  'worker_threads',
  'inspector',
  'module',
  'vm',
  'wasi',
  'sqlite',
  'os',
  'process',
];

async function attempt(what: () => unknown): Promise<string> {
  try {
    const found = await what();
    return found === undefined ? 'nothing' : `got ${typeof found}`;
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).name;
  }
}

const realm = globalThis as unknown as Record<string, unknown>;
const node = process as unknown as Record<string, unknown>;

/** Functions and objects of the callers, which engines once gave away. */
function callers(): unknown {
  Error.prepareStackTrace = (_, sites) =>
    sites.flatMap((site): unknown[] => [site.getFunction(), site.getThis()]).find((seen) => seen !== undefined);
  const { stack } = new Error('looking around') as { stack?: unknown };
  return stack;
}

const found: Record<string, string> = {};
for (const name of MODULES) found[`import ${name}`] = await attempt(() => import(`node:${name}`));
for (const url of ['file:///etc/hostname', 'data:text/javascript,export default 1', './programs.ts']) {
  found[`import ${url}`] = await attempt(() => import(url));
}
for (const name of ['fetch', 'WebSocket', 'EventSource', 'BroadcastChannel', 'require', 'Worker']) {
  found[name] = await attempt(() => realm[name]);
}
for (const name of [
  'getBuiltinModule',
  'binding',
  '_linkedBinding',
  'dlopen',
  'execve',
  'kill',
  '_kill',
  'mainModule',
]) {
  found[`process.${name}`] = await attempt(() => node[name]);
}
found['put back'] = await attempt(() => Object.defineProperty(process, 'kill', { value: () => {} }));
found['eval'] = await attempt(() => Reflect.apply(realm['eval'] as () => unknown, null, ['process']));
found['Function'] = await attempt(() => Reflect.construct(Function, ['return process']));
found['callers'] = await attempt(callers);
found['__proto__'] = await attempt(() => ({} as Record<string, unknown>)['__proto__']);
found['read'] = await attempt(() => (process.permission.has('fs.read') ? true : undefined));
found['environment'] = Object.keys(process.env).join();
parentPort?.postMessage({ type: 'escaped', found }, []);
