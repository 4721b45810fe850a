import type { Report } from './tally.ts';

/** A report for people: counts by file where something did not pass, what was refused, and each failure. */
export function reportText({ suite, passed, failed, refused, failures, refusals, files }: Report): string {
  const rows = files.filter((counts) => counts.failed > 0 || counts.refused > 0);
  const width = Math.max(4, ...rows.map(({ file }) => file.length));
  const row = (file: string, ...numbers: (number | string)[]): string =>
    file.padEnd(width) + numbers.map((number) => String(number).padStart(10)).join('');
  const lines = [
    row('file', 'passed', 'failed', 'refused'),
    ...rows.map((counts) => row(counts.file, counts.passed, counts.failed, counts.refused)),
  ];
  const whole = files.length - rows.length;
  if (whole > 0) lines.push('', `Of ${files.length} files, ${whole} passed whole.`);
  if (refused > 0) {
    lines.push('', 'Refused by the profile:');
    for (const [feature, count] of Object.entries(refusals)) lines.push(`${String(count).padStart(8)}  ${feature}`);
  }
  if (failures.length > 0) {
    lines.push('', 'Failures:');
    for (const { file, line, why } of failures)
      lines.push(`  ${file}:${line}  ${why.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  }
  lines.push('', `${suite}: ${passed} passed, ${failed} failed, ${refused} refused.`);
  return lines.join('\n');
}
