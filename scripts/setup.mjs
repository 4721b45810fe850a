// The one script that must run on whatever Node the machine has (>= 20.19): it installs what the lock file says if
// that is not there yet, then runs the given TypeScript file under the pinned Node 24 of node_modules/node.
// Everything it says goes to stderr, so that `--json` commands own stdout.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [script, ...scriptArguments] = process.argv.slice(2);

if (!isInstalled()) install();

const child = spawn(
  pinnedNode(),
  [
    '--conditions=@gristmill/source',
    '--disable-warning=ExperimentalWarning',
    path.resolve(root, script),
    ...scriptArguments,
  ],
  {
    stdio: 'inherit',
    // npm runs a script in the root; the command means the files where its user stands.
    cwd: process.env.npm_lifecycle_event === 'gristmill' ? process.env.INIT_CWD : undefined,
    // What was compiled once, types taken out, need not be again: commands start in little more than half the time.
    env: { NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'node'), ...process.env },
  },
);
// A terminal gives Ctrl-C to the child too, and a second one would cut its orderly end short.
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`The pinned Node 24 does not start: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

/** npm keeps what it installed in node_modules/.package-lock.json: the same versions as the lock file means done. */
function isInstalled() {
  const wanted = packagesIn(path.join(root, 'package-lock.json'));
  const present = packagesIn(path.join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.link || !place.includes('node_modules/')) return true;
    return present[place] ? present[place].version === entry.version : Boolean(entry.optional);
  });
}

function packagesIn(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {};
}

function install() {
  console.error('Gristmill: installing what package-lock.json names (once; about a minute) ...');
  const npm = process.env.npm_execpath;
  const ci = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, commandArguments] = npm ? [process.execPath, [npm, ...ci]] : ['npm', ci];
  const { status } = spawnSync(command, commandArguments, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) fail('npm ci failed; its own message stands above. Mend that and run the same command again.');
}

function pinnedNode() {
  const node = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    fail('The package `node` has no binary: its install script did not run. Allow it: npm rebuild node');
  }
  return node;
}

function fail(message) {
  console.error(`Gristmill: ${message}`);
  process.exit(1);
}
