import { parseSignedJob, encode, decode } from './src/index.ts';
const N = Number(process.argv[2]);
const bytes = encode({ job: { version: 1, name: 'x', tasks: Array.from({ length: N }, () => 0) }, signature: '0x' });
console.log('bytes', bytes.length);
const a = performance.now();
const m0 = process.memoryUsage().rss;
try {
  parseSignedJob(decode(bytes));
} catch (e: any) {
  console.log(
    e.code,
    e.message.length,
    (performance.now() - a).toFixed(0),
    'ms',
    ((process.memoryUsage().rss - m0) / 1e6).toFixed(0),
    'MB',
  );
}
