/**
 * What a bank's software checks of an ACH file before it sends it on, written from the record layouts of the NACHA
 * Operating Rules (Appendix Three) and from the checks that moov-io/ach makes of CCD batches; nothing of it is shared with
 * the writer. Gives the violations, in words; none for a file that is accepted.
 */
export function achViolations(text: string): string[] {
  const violations: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) violations.push(what);
  };
  const records = text.split('\n');
  expect(records.pop() === '', 'ends with a line break');
  records.forEach((record, i) => {
    expect(record.length === 94, `record ${i + 1} has 94 characters`);
    expect(/^[ -~]*$/.test(record), `record ${i + 1} is printable ASCII`);
  });
  expect(records.length % 10 === 0, 'blocks of ten records');
  const padding = records.findIndex((record) => record === '9'.repeat(94));
  const content = padding === -1 ? records : records.slice(0, padding);
  expect(
    padding === -1 || records.slice(padding).every((record) => record === '9'.repeat(94)),
    'nothing follows the padding',
  );
  expect(records.length - content.length < 10, 'less than a block of padding');

  const [header = '', batch = ''] = content;
  const [batchControl = '', fileControl = ''] = content.slice(-2);
  const details = content.slice(2, -2);
  const number = (record: string, from: number, to: number) => {
    const digits = field(record, from, to);
    expect(/^\d+$/.test(digits), `columns ${from} to ${to} of "${record}" are digits`);
    return BigInt(/^\d+$/.test(digits) ? digits : '0');
  };

  // File header.
  expect(field(header, 1, 3) === '101', 'a file header with priority 01');
  expect(field(header, 4, 4) === ' ' && hasCheckDigit(field(header, 5, 13)), 'the destination is a routing number');
  expect(/[^ 0]/.test(field(header, 14, 23)), 'the origin is stated');
  expect(isDate(field(header, 24, 29)), 'the day of creation is one');
  expect(/^([01]\d|2[0-3])[0-5]\d$/.test(field(header, 30, 33)), 'the time of creation is one');
  expect(/^[A-Z0-9]$/.test(field(header, 34, 34)), 'the file id modifier is a capital or digit');
  expect(field(header, 35, 40) === '094101', 'record size 094, blocking factor 10, format 1');

  // Batch header and control.
  expect(field(batch, 1, 1) === '5' && field(batchControl, 1, 1) === '8', 'one batch, with a control');
  expect(['200', '220', '225'].includes(field(batch, 2, 4)), 'a service class');
  for (const [what, inHeader, inControl] of [
    ['service class', field(batch, 2, 4), field(batchControl, 2, 4)],
    ['company id', field(batch, 41, 50), field(batchControl, 45, 54)],
    ['originating bank', field(batch, 80, 87), field(batchControl, 80, 87)],
    ['batch number', field(batch, 88, 94), field(batchControl, 88, 94)],
  ]) {
    expect(inHeader === inControl, `the ${what} is the same in header and control`);
  }
  expect(field(batch, 5, 20).trim() !== '' && field(batch, 41, 50).trim() !== '', 'a company with an id');
  expect(field(batch, 51, 53) === 'CCD', 'entry class CCD');
  expect(field(batch, 54, 63).trim() !== '', 'a description');
  expect(isDate(field(batch, 70, 75)), 'the effective day is one');
  expect(field(batch, 76, 78) === '   ' && field(batch, 79, 79) === '1', 'no settlement date, originator status 1');
  expect(number(batch, 88, 94) > 0n, 'batch numbers count from 1');

  // Entries, each with one addenda record.
  let [hash, credits, debits, before] = [0n, 0n, 0n, ''];
  expect(details.length >= 2 && details.length % 2 === 0, 'entries with one addenda record each');
  for (let i = 0; i + 1 < details.length; i += 2) {
    const [entry, addenda] = [details[i]!, details[i + 1]!];
    expect(field(entry, 1, 1) === '6' && field(addenda, 1, 3) === '705', 'an entry and its addenda record');
    const isCredit = ['22', '32', '42', '52'].includes(field(entry, 2, 3));
    expect(isCredit || ['27', '37', '47'].includes(field(entry, 2, 3)), 'a transaction code of money that moves');
    expect(field(batch, 2, 4) !== '220' || isCredit, 'only credits in a batch of credits');
    expect(hasCheckDigit(field(entry, 4, 12)), 'the receiving bank has its check digit');
    expect(/^[A-Za-z0-9][A-Za-z0-9 -]*$/.test(field(entry, 13, 29)), 'an account number');
    const amount = number(entry, 30, 39);
    expect(amount > 0n, 'no entry without money but prenotes');
    expect(field(entry, 55, 76).trim() !== '', 'a receiver');
    expect(field(entry, 79, 79) === '1', 'the entry says that it has an addenda record');
    const trace = field(entry, 80, 94);
    expect(trace.slice(0, 8) === field(batch, 80, 87), 'trace numbers begin with the originating bank');
    expect(trace > before, 'trace numbers ascend');
    expect(
      field(addenda, 84, 87) === '0001' && field(addenda, 88, 94) === trace.slice(8),
      'the addenda is of its entry',
    );
    violations.push(...txpViolations(field(addenda, 4, 83), amount));
    hash += number(entry, 4, 11);
    if (isCredit) credits += amount;
    else debits += amount;
    before = trace;
  }

  // Totals.
  const count = BigInt(details.length);
  expect(number(batchControl, 5, 10) === count && number(fileControl, 14, 21) === count, 'entries and addenda counted');
  for (const stated of [number(batchControl, 11, 20), number(fileControl, 22, 31)]) {
    expect(stated === hash % 10n ** 10n, 'the entry hash');
  }
  for (const stated of [number(batchControl, 21, 32), number(fileControl, 32, 43)]) {
    expect(stated === debits, 'the sum of debits');
  }
  for (const stated of [number(batchControl, 33, 44), number(fileControl, 44, 55)]) {
    expect(stated === credits, 'the sum of credits');
  }
  expect(field(fileControl, 1, 1) === '9' && number(fileControl, 2, 7) === 1n, 'a file control that counts one batch');
  expect(number(fileControl, 8, 13) * 10n === BigInt(records.length), 'blocks counted');
  return violations;
}

/** TXP banking convention: taxpayer, tax type, period, one to three types with amounts, which make the entry. */
function txpViolations(addenda: string, entryAmount: bigint): string[] {
  const segment = addenda.trimEnd();
  const [match, amounts = ''] =
    /^TXP\*[A-Z0-9]{1,15}\*[A-Z0-9]{1,5}\*\d{6}((?:\*[A-Z0-9]{1,5}\*\d{1,10}){1,3})\\$/.exec(segment) ?? [];
  if (match === undefined) return [`"${segment}" is no TXP segment`];
  const parts = amounts.split('*').slice(1);
  const sum = parts.filter((_, i) => i % 2 === 1).reduce((total, cents) => total + BigInt(cents), 0n);
  return sum === entryAmount ? [] : ['the amounts of the TXP segment make the entry'];
}

/** ABA: weights 3, 7, 1 sum to a multiple of ten. */
function hasCheckDigit(routing: string): boolean {
  if (!/^\d{9}$/.test(routing)) return false;
  const sum = Array.from(routing).reduce((total, digit, i) => total + Number(digit) * [3, 7, 1][i % 3]!, 0);
  return sum > 0 && sum % 10 === 0;
}

/** Columns as the record layouts number them, from 1, both included. */
function field(record: string, from: number, to: number): string {
  return record.slice(from - 1, to);
}

/** YYMMDD */
function isDate(digits: string): boolean {
  const date = new Date(`20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}T00:00:00Z`);
  return /^\d{6}$/.test(digits) && !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(digits.slice(4));
}
