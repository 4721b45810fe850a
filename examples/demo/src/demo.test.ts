import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DemoResult, runDemo } from './demo.ts';
import { summaryDocument, summaryText } from './summary.ts';
import type { View } from './view.ts';

/** The demo's own code at a smaller size, with one more blow: the hub is killed in the middle of job 1 as well. */
const SMALL = {
  size: { width: 192, height: 108, tileWidth: 32, tileHeight: 27, samples: 4 },
  resamples: 300,
};

const said: string[] = [];
const view: View = {
  live: false,
  columns: 80,
  rows: 24,
  colourDepth: 1,
  step: (title) => said.push(title),
  say: (line) => said.push(line),
  draw: () => {},
  keep: () => {},
};

/** What DESIGN.md, section 6, promises to scripts; the document may hold more. */
const units = z.string().regex(/^\d+$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const door = z.object({
  ok: z.boolean(),
  seconds: z.number(),
  jobs: z
    .array(
      z.object({
        name: z.string(),
        tasks: z.int(),
        attempts: z.int(),
        redundancy: z.number(),
        fuelUsed: units,
        price: units,
        resultPath: z.string(),
        resultSha256: sha256,
        referenceSha256: sha256,
      }),
    )
    .length(2),
  providers: z
    .array(
      z.object({
        id: z.string(),
        role: z.enum(['honest', 'liar', 'killed']),
        accepted: z.int(),
        rejected: z.int(),
        earned: units,
        claimed: units,
        setAside: units,
        reputation: z.number(),
      }),
    )
    .length(5),
  money: z.object({
    asset: z.string(),
    deposited: units,
    paid: units,
    setAside: units,
    remitted: units,
    refunded: units,
    remaining: units,
  }),
  journal: z.object({ events: z.int(), root: sha256, verified: z.boolean(), anchored: z.boolean() }),
  energy: z.object({ joules: z.number(), gramsCO2e: z.number() }),
});

let outFolder: string;
let result: DemoResult;

beforeAll(async () => {
  outFolder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-demo-test-'));
  result = await runDemo({ seed: 7, ...SMALL, outFolder, view, crashHub: true });
}, 900_000);

afterAll(() => rm(outFolder, { recursive: true, force: true }));

describe('the whole network, end to end', () => {
  it('holds every claim it makes of itself, with a liar, a killed provider and a killed hub', () => {
    expect(result.audit.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(said).toContain('the hub is back');
  });

  it('writes a picture of the asked size and a chart', async () => {
    const { width, height } = decode(await readFile(result.picture.path));
    expect({ width, height }).toEqual({ width: SMALL.size.width, height: SMALL.size.height });
    expect(await readFile(result.trend.chartPath, 'utf8')).toMatch(/^<svg/);
  });

  it('estimates a warming that the literature would recognise', () => {
    // IPCC AR6 WG1 and the agencies put the trend since 1970 near 0.18 to 0.20 °C a decade.
    expect(result.trend.trend.estimate).toBeGreaterThan(0.15);
    expect(result.trend.trend.estimate).toBeLessThan(0.23);
    expect(result.trend.trend.low).toBeLessThan(result.trend.trend.estimate);
    expect(result.trend.trend.high).toBeGreaterThan(result.trend.trend.estimate);
  });

  it('conserves money to the last unit, and remits before the due date', () => {
    const { deposited, paid, setAside, refunded, remaining, remitted } = result.audit.money;
    expect(deposited).toBe(paid + setAside + refunded + remaining);
    expect(setAside).toBeGreaterThan(0n);
    expect(remitted).toBeGreaterThan(0n);
    expect(remitted).toBeLessThanOrEqual(setAside);
    expect(result.settled.remittance.paidOn < result.settled.remittance.dueDate).toBe(true);
  });

  it('takes from the liar alone, for what jurors ran again, and gives it to whom it is due', () => {
    const { bonded, slashed, returned } = result.audit.money;
    expect(slashed).toBeGreaterThan(0n);
    expect(bonded).toBe(slashed + returned);
    const { faults, awards, providers } = summaryDocument(result);
    const liar = providers.find(({ role }) => role === 'liar')!;
    expect(new Set(faults.map(({ provider }) => provider))).toEqual(new Set([liar.id]));
    for (const { jurors } of faults.filter((fault) => fault.slashed !== '0')) expect(jurors.length).toBeGreaterThan(1);
    expect(BigInt(liar.slashed)).toBe(slashed);
    expect(BigInt(awards.prover) + BigInt(awards.requestor)).toBe(slashed);
    for (const provider of providers) if (provider !== liar) expect(provider.slashed).toBe('0');
  });

  it('keeps the shape that scripts rely on', () => {
    const document = summaryDocument(result);
    expect(door.parse(JSON.parse(JSON.stringify(document)))).toMatchObject({
      ok: true,
      money: { asset: 'GUSD', remaining: '0' },
      journal: { verified: true, anchored: true },
    });
    for (const job of document.jobs) expect(job.resultSha256).toBe(job.referenceSha256);
    expect(document.providers.map(({ role }) => role)).toEqual(['honest', 'honest', 'honest', 'liar', 'killed']);
    expect(summaryText(result)).toContain('all of it is true');
  });

  it('gives for its seed the same picture and the same numbers as ever, on every machine', () => {
    // A change of the path tracer, the bootstrap or the PNG encoder changes these, in the same commit.
    expect(summaryDocument(result).jobs.map(({ resultSha256 }) => resultSha256.slice(0, 16))).toEqual([
      'c0bea416b4a4d05e',
      '31ccc811daea3205',
    ]);
  });

  it('leaves no folder behind', () => {
    const folder = /journal in (.+)\/hub$/m.exec(said.join('\n'))![1]!;
    expect(existsSync(folder)).toBe(false);
  });
});
