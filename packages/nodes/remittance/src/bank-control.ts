import { bankAmountText, parseBankAmount } from './bank-amount.ts';
import { balanceAfter, type BankBalances } from './bank-balance.ts';
import type { BankEntry } from './bank-entry.ts';
import { countAt } from './bank-field.ts';
import { textAt, type XmlNode } from './bank-xml.ts';

/** Something in a report that does not add up. The report is still read: a person decides. */
export interface ControlFinding {
  check: 'balances' | 'balance-unreadable' | 'entry-count' | 'entry-sum' | 'batch-count' | 'batch-sum';
  stated: string;
  found: string;
}

/** What the bank states about a report's entries, against the entries themselves. */
export function controlFindings(
  node: XmlNode,
  { opening, closing, unreadable }: BankBalances & { unreadable: readonly string[] },
  entries: readonly BankEntry[],
): ControlFinding[] {
  return [
    ...unreadable.map((stated) => ({
      check: 'balance-unreadable' as const,
      stated,
      found: 'no exact credit or debit',
    })),
    ...balanceFindings({ opening, closing }, entries),
    ...summaryFindings(node, entries),
    ...entries.flatMap(batchFindings),
  ];
}

function balanceFindings(balances: BankBalances, entries: readonly BankEntry[]): ControlFinding[] {
  const after = balanceAfter(balances, entries);
  if (after === null || after.isStated) return [];
  return [{ check: 'balances', stated: bankAmountText(balances.closing!.amount), found: bankAmountText(after.amount) }];
}
function summaryFindings(node: XmlNode, entries: readonly BankEntry[]): ControlFinding[] {
  const summaries: [string, readonly BankEntry[]][] = [
    ['TtlNtries', entries],
    ['TtlCdtNtries', entries.filter(({ direction }) => direction === 'credit')],
    ['TtlDbtNtries', entries.filter(({ direction }) => direction === 'debit')],
  ];
  return summaries.flatMap(([name, summed]) => {
    const findings: ControlFinding[] = [];
    const count = countAt(node, 'TxsSummry', name, 'NbOfNtries');
    if (count !== null && count !== summed.length) {
      findings.push({ check: 'entry-count', stated: `${count}`, found: `${summed.length}` });
    }
    const currency = summed[0]?.amount.currency ?? 'XXX';
    const stated = parseBankAmount(textAt(node, 'TxsSummry', name, 'Sum') ?? '', currency);
    const found = summed.reduce((sum, { amount }) => sum + amount.hundredThousandths, 0n);
    if (stated !== null && stated.hundredThousandths !== found) {
      const foundText = bankAmountText({ currency, hundredThousandths: found });
      findings.push({ check: 'entry-sum', stated: bankAmountText(stated), found: foundText });
    }
    return findings;
  });
}

/** The transactions of a batch make its entry, where each of them has an amount, and are as many as it says. */
function batchFindings({ amount, transactions, direction, batches }: BankEntry): ControlFinding[] {
  const findings: ControlFinding[] = [];
  const stated = batches.reduce<number | null>(
    (sum, batch) => (sum === null || batch.transactions === null ? null : sum + batch.transactions),
    batches.length === 0 ? null : 0,
  );
  // Most banks state a number without the transactions themselves, or with one that sums them up.
  if (stated !== null && transactions.length > 1 && transactions.length !== stated) {
    findings.push({ check: 'batch-count', stated: `${stated}`, found: `${transactions.length}` });
  }
  if (transactions.length < 2 || transactions.some((each) => each.amount === null)) return findings;
  const found = transactions.reduce(
    (sum, each) => sum + (each.direction === direction ? 1n : -1n) * each.amount!.hundredThousandths,
    0n,
  );
  if (found !== amount.hundredThousandths) {
    const foundText = bankAmountText({ ...amount, hundredThousandths: found });
    findings.push({ check: 'batch-sum', stated: bankAmountText(amount), found: foundText });
  }
  return findings;
}
