/** Writes the files that a bank would send, in the shapes of the published versions, for tests. */

export interface CamtEntry {
  amount: string;
  currency?: string;
  direction?: 'CRDT' | 'DBIT';
  status?: 'BOOK' | 'PDNG' | null;
  reversal?: boolean;
  date?: string | null;
  reference?: string;
  servicerReference?: string;
  text?: string;
  batch?: { paymentInformationId?: string; messageId?: string; count?: number };
  charges?: string;
  transactions?: readonly CamtTransaction[];
}

interface CamtTransaction {
  endToEndId?: string;
  amount?: string;
  instructed?: { amount: string; currency: string };
  remittance?: string;
  creditorReference?: string;
  creditorAccount?: string;
  returnReason?: string;
}

export interface CamtOptions {
  kind?: 'statement' | 'notification';
  version?: string;
  prefix?: string;
  id?: string;
  account?: string;
  currency?: string;
  opening?: string;
  closing?: string;
  date?: string;
  entries: readonly CamtEntry[];
}

export function camtText(options: CamtOptions): string {
  const { kind = 'statement', version = '08', prefix = '', id = 'S-1', account = 'DE89370400440532013000' } = options;
  const { currency = 'EUR', opening, closing, date = '2026-03-06', entries } = options;
  const [code, root, item] =
    kind === 'statement' ? ['053', 'BkToCstmrStmt', 'Stmt'] : ['054', 'BkToCstmrDbtCdtNtfctn', 'Ntfctn'];
  const old = Number(version) < 3;
  const balance = (type: string, amount: string | undefined) =>
    amount === undefined
      ? ''
      : `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount.replace('-', '')}</Amt>` +
        `<CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;
  const entryText = (entry: CamtEntry): string => {
    const { direction = 'DBIT', status = 'BOOK', transactions, batch } = entry;
    const code = Number(version) >= 8 ? `<Cd>${status}</Cd>` : status;
    const entryCurrency = entry.currency ?? currency;
    const entryDate = entry.date === undefined ? date : entry.date;
    const day =
      entryDate === null ? '' : `<BookgDt><Dt>${entryDate}</Dt></BookgDt><ValDt><Dt>${entryDate}</Dt></ValDt>`;
    const charges =
      entry.charges === undefined
        ? ''
        : old
          ? `<Chrgs><Amt Ccy="${entryCurrency}">${entry.charges}</Amt></Chrgs>`
          : `<Chrgs><Rcrd><Amt Ccy="${entryCurrency}">${entry.charges}</Amt></Rcrd></Chrgs>`;
    const details =
      transactions === undefined && batch === undefined
        ? ''
        : `<NtryDtls>${batchText(batch)}${(transactions ?? []).map((each) => transactionText(each, entryCurrency, direction)).join('')}</NtryDtls>`;
    return [
      '<Ntry>',
      optional('NtryRef', entry.reference),
      `<Amt Ccy="${entryCurrency}">${entry.amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>`,
      entry.reversal === undefined ? '' : `<RvslInd>${entry.reversal}</RvslInd>`,
      status === null ? '' : `<Sts>${code}</Sts>`,
      day,
      optional('AcctSvcrRef', entry.servicerReference),
      '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>',
      charges,
      details,
      optional('AddtlNtryInf', entry.text),
      '</Ntry>',
    ].join('');
  };
  const transactionText = (each: CamtTransaction, currency: string, direction: string): string => {
    const instructed =
      each.instructed === undefined
        ? ''
        : `<InstdAmt><Amt Ccy="${each.instructed.currency}">${each.instructed.amount}</Amt></InstdAmt>`;
    const amount =
      each.amount === undefined || !old ? '' : `<TxAmt><Amt Ccy="${currency}">${each.amount}</Amt></TxAmt>`;
    const structured =
      each.creditorReference === undefined
        ? ''
        : `<Strd><CdtrRefInf><Ref>${each.creditorReference}</Ref></CdtrRefInf></Strd>`;
    const remittance = optional('Ustrd', each.remittance) + structured;
    return [
      '<TxDtls>',
      each.endToEndId === undefined ? '' : `<Refs><EndToEndId>${each.endToEndId}</EndToEndId></Refs>`,
      each.amount === undefined || old
        ? ''
        : `<Amt Ccy="${currency}">${each.amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>`,
      instructed + amount === '' ? '' : `<AmtDtls>${instructed}${amount}</AmtDtls>`,
      each.creditorAccount === undefined
        ? ''
        : `<RltdPties><CdtrAcct><Id><IBAN>${each.creditorAccount}</IBAN></Id></CdtrAcct></RltdPties>`,
      remittance === '' ? '' : `<RmtInf>${remittance}</RmtInf>`,
      each.returnReason === undefined ? '' : `<RtrInf><Rsn><Cd>${each.returnReason}</Cd></Rsn></RtrInf>`,
      '</TxDtls>',
    ].join('');
  };
  const text = [
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${code}.001.${version}"><${root}>`,
    '<GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-03-06T20:00:00Z</CreDtTm></GrpHdr>',
    `<${item}><Id>${id}</Id><CreDtTm>2026-03-06T20:00:00Z</CreDtTm>`,
    `<Acct><Id><IBAN>${account}</IBAN></Id><Ccy>${currency}</Ccy></Acct>`,
    balance('OPBD', opening),
    balance('CLBD', closing),
    ...entries.map(entryText),
    `</${item}></${root}></Document>`,
  ].join('');
  if (prefix === '') return text;
  return text
    .replace(/<(\/?)([A-Za-z])/g, (_, slash: string, letter: string) => `<${slash}${prefix}:${letter}`)
    .replace(' xmlns=', ` xmlns:${prefix}=`);
}

function batchText(batch: CamtEntry['batch']): string {
  if (batch === undefined) return '';
  const count = batch.count === undefined ? undefined : `${batch.count}`;
  const ids = optional('MsgId', batch.messageId) + optional('PmtInfId', batch.paymentInformationId);
  return `<Btch>${ids}${optional('NbOfTxs', count)}</Btch>`;
}

function optional(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${text}</${name}>`;
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
