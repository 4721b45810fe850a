import { analyse, explain, parseContract, templateOf, unfoldedSize, playTrace, merkleise, contractText, type Contract } from '../src/index.ts';
const value = (d: number) => `{"let":"x","be":${'{"add":1,"and":'.repeat(d)}1${'}'.repeat(d)},"then":"close"}`;
const obs = (d: number) => `{"assert":${'{"both":true,"and":'.repeat(d)}true${'}'.repeat(d)},"then":"close"}`;
const cond = (d: number) => `{"let":"x","be":${'{"if":{"value":1,"gt":'.repeat(d)}1${'},"then":1,"else":2}'.repeat(d)},"then":"close"}`;
const whens = (d: number) => `${'{"when":[{"case":{"notify_if":true},"then":'.repeat(d)}"close"${'}],"timeout":5,"timeout_continuation":"close"}'.repeat(d)}`;
const ifs = (d: number) => `${'{"if":{"value":"time_interval_start","gt":3},"then":'.repeat(d)}"close"${',"else":"close"}'.repeat(d)}`;
for (const [n, t] of [['value', value(1998)], ['obs', obs(1998)], ['cond', cond(990)], ['whens', whens(660)], ['ifs', ifs(1990)]] as const) {
  const c = parseContract(t);
  for (const [w, f] of [['play', () => playTrace(0n, c, [{ interval: { from: 0n, to: 0n }, inputs: [] }]).kind], ['analyse', () => analyse(c).complete], ['explain', () => explain(c).text.length], ['merkle', () => merkleise(c, (x) => contractText(x).length.toString(16)).continuations.size]] as const) {
    const s = performance.now();
    try { console.log(n, w, f(), (performance.now() - s).toFixed(0)); } catch (e: any) { console.log(n, w, e.code ?? e.message, (performance.now() - s).toFixed(0)); }
  }
}
const p = templateOf('spending-policy');
for (const change of [{ requestsAPeriod: 1, periodEnds: ['2027-02-01', '2027-03-01', '2027-04-01'] }, { requestsAPeriod: 2, periodEnds: ['2027-02-01', '2027-03-01'] }, { requestsAPeriod: 3 }, { payees: ['a', 'b', 'c', 'd'] }]) {
  const c = p.build({ ...p.example, ...change });
  const s = performance.now();
  const a = analyse(c);
  console.log(JSON.stringify(change), unfoldedSize(c), a.complete, a.gaveUp, (performance.now() - s).toFixed(0));
}
