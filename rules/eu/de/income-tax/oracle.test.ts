import fc from 'fast-check';
import { assessLines } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';

const pack = await loadRulePack('eu/de/income-tax');

/*
 * The method UPTAB of the wage tax programmes (BMF, Programmablaufplan), written a second time in integers: hundredths of
 * coefficients times ten-thousandths of euros, cut off at the euro.
 */
interface Tariff {
  allowance: bigint;
  ends: [zone2: bigint, zone3: bigint, zone4: bigint];
  zone2: bigint;
  zone3: [square: bigint, constant: bigint];
  zone4: bigint;
  zone5: bigint;
  solidarityLimit: bigint;
  /** Rate on the tax above the limit in thousandths, 119 where it is left out. */
  mitigation?: bigint;
}

const TARIFFS: [name: string, inForce: { year: number; knownAt?: string }, Tariff][] = [
  [
    '2009',
    { year: 2009 },
    {
      allowance: 7834n,
      ends: [13_139n, 52_551n, 250_400n],
      zone2: 93_968n,
      zone3: [22_874n, 100_700n],
      zone4: 806_400n,
      zone5: 1_557_600n,
      solidarityLimit: 972n,
      mitigation: 200n,
    },
  ],
  [
    '2020',
    { year: 2020 },
    {
      allowance: 9408n,
      ends: [14_532n, 57_051n, 270_500n],
      zone2: 97_287n,
      zone3: [21_202n, 97_279n],
      zone4: 896_374n,
      zone5: 1_707_874n,
      solidarityLimit: 972n,
      mitigation: 200n,
    },
  ],
  [
    '2021',
    { year: 2021 },
    {
      allowance: 9744n,
      ends: [14_753n, 57_918n, 274_612n],
      zone2: 99_521n,
      zone3: [20_885n, 95_096n],
      zone4: 913_663n,
      zone5: 1_737_499n,
      solidarityLimit: 16_956n,
    },
  ],
  [
    '2022',
    { year: 2022 },
    {
      allowance: 10_347n,
      ends: [14_926n, 58_596n, 277_825n],
      zone2: 108_867n,
      zone3: [20_643n, 86_932n],
      zone4: 933_645n,
      zone5: 1_767_120n,
      solidarityLimit: 16_956n,
    },
  ],
  [
    '2023',
    { year: 2023 },
    {
      allowance: 10_908n,
      ends: [15_999n, 62_809n, 277_825n],
      zone2: 97_918n,
      zone3: [19_259n, 96_653n],
      zone4: 997_298n,
      zone5: 1_830_773n,
      solidarityLimit: 17_543n,
    },
  ],
  [
    '2024 until the act of December 2024',
    { year: 2024, knownAt: '2024-12-04' },
    {
      allowance: 11_604n,
      ends: [17_005n, 66_760n, 277_825n],
      zone2: 92_298n,
      zone3: [18_119n, 102_538n],
      zone4: 1_060_213n,
      zone5: 1_893_688n,
      solidarityLimit: 18_130n,
    },
  ],
  [
    '2024 (UPTAB24N)',
    { year: 2024 },
    {
      allowance: 11_784n,
      ends: [17_005n, 66_760n, 277_825n],
      zone2: 95_480n,
      zone3: [18_119n, 99_121n],
      zone4: 1_063_631n,
      zone5: 1_897_106n,
      solidarityLimit: 18_130n,
    },
  ],
  [
    '2025',
    { year: 2025 },
    {
      allowance: 12_096n,
      ends: [17_443n, 68_480n, 277_825n],
      zone2: 93_230n,
      zone3: [17_664n, 101_513n],
      zone4: 1_091_192n,
      zone5: 1_924_667n,
      solidarityLimit: 19_950n,
    },
  ],
  [
    '2026',
    { year: 2026 },
    {
      allowance: 12_348n,
      ends: [17_799n, 69_878n, 277_825n],
      zone2: 91_451n,
      zone3: [17_310n, 103_487n],
      zone4: 1_113_563n,
      zone5: 1_947_038n,
      solidarityLimit: 20_350n,
    },
  ],
];

function upTab(x: bigint, { allowance, ends, zone2, zone3, zone4, zone5 }: Tariff): bigint {
  if (x <= allowance) return 0n;
  if (x <= ends[0]) {
    const y = x - allowance;
    return ((zone2 * y + 140_000n * 10_000n) * y) / 10_000_000_000n;
  }
  if (x <= ends[1]) {
    const z = x - ends[0];
    return ((zone3[0] * z + 239_700n * 10_000n) * z + zone3[1] * 100_000_000n) / 10_000_000_000n;
  }
  return x <= ends[2] ? (x * 42n - zone4) / 100n : (x * 45n - zone5) / 100n;
}

/** MSOLZ: 5.5 percent, in the mitigation zone 11.9 percent (until 2020 20 percent) of the excess, cut off at the cent. */
function surchargeInCents(tax: bigint, limit: bigint, mitigation = 119n): bigint {
  if (tax <= limit) return 0n;
  const [full, mitigated] = [(tax * 55n) / 10n, ((tax - limit) * mitigation) / 10n];
  return full < mitigated ? full : mitigated;
}

test.each(TARIFFS)('invariant 1: agrees to the cent with the programme of %s', (_, inForce, tariff) => {
  const income = fc.oneof(
    fc.bigInt(0n, 20_000_00n),
    fc.bigInt(0n, 300_000_00n),
    fc.bigInt(277_000_00n, 2_000_000_00n),
    fc
      .constantFrom(tariff.allowance, ...tariff.ends, 277_825n)
      .chain((end) => fc.bigInt(end * 100n - 150n, end * 100n + 250n)),
  );
  fc.assert(
    fc.property(income, fc.constantFrom('single', 'joint'), (cents, assessment) => {
      const lines = assessLines(
        pack,
        {
          assessment,
          business_income: cents,
          other_income: 0n,
          deductions: 0n,
          tax_withheld: 0n,
          solidarity_withheld: 0n,
          last_assessed_tax: 0n,
        },
        inForce,
      );
      const persons = assessment === 'joint' ? 2n : 1n;
      const tax = upTab(cents / 100n / persons, tariff) * persons;
      expect(BigInt(lines['income_tax']!)).toBe(tax * 100n);
      expect(BigInt(lines['solidarity_surcharge']!)).toBe(
        surchargeInCents(tax, tariff.solidarityLimit * persons, tariff.mitigation),
      );
    }),
    { numRuns: 400 },
  );
});
