import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Paper, paperPdf } from './paper.ts';

/** Letters beyond ASCII of the 24 official languages of the Union, of Norwegian, Icelandic and Turkish, and of money. */
const LETTERS =
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŒœŸ' +
  'ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŔŕŘřŚśŞşŠšŤťŪūŮůŰűŲųŹźŻżŽžȘșȚț' +
  'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωΆΈΉΊΌΎΏάέήίόύώϊϋΐΰ' +
  'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюя' +
  '£€§–—‘’“”„«»×';

function paper(about: Partial<Paper> = {}): Paper {
  return {
    title: 'Statement',
    about: ['2026'],
    date: '2026-12-31',
    language: 'en',
    size: 'A4',
    sections: [],
    ...about,
  };
}

const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ cells: [`row ${i}`, '1,234.50'] }));
const table = (count: number): Paper['sections'] => [
  {
    heading: 'Table',
    kind: 'table',
    columns: [
      { label: 'what', width: 3, align: 'left' },
      { label: 'amount', width: 1, align: 'right' },
    ],
    rows: [...rows(count), { cells: ['total', '99.00'], isTotal: true }],
  },
];

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** All compressed streams of the file, as text. */
function streamsOf(bytes: Uint8Array): string[] {
  const text = latin1(bytes);
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    const raw = Buffer.from(body!, 'latin1');
    return body!.startsWith('x') ? inflateSync(raw).toString('latin1') : body!;
  });
}

/** The characters that the fonts in the file stand for, by their tables to Unicode. */
function charactersOf(bytes: Uint8Array): Set<string> {
  const maps = streamsOf(bytes).filter((stream) => stream.includes('begincmap'));
  const codes = maps.flatMap((map) => [...map.matchAll(/<([0-9a-f]{4})>/gi)].map(([, code]) => parseInt(code!, 16)));
  return new Set(codes.map((code) => String.fromCodePoint(code)));
}

const pagesOf = (bytes: Uint8Array) => latin1(bytes).match(/\/Type \/Page\b(?!s)/g)!.length;

describe('paper as PDF', () => {
  it('the same paper has the same bytes, and says of what day it is', async () => {
    const [first, second] = await Promise.all([paperPdf(paper()), paperPdf(paper())]);
    expect(Buffer.compare(first, second)).toBe(0);
    expect(latin1(first)).toMatch(/^%PDF-1\.7/);
    expect(latin1(first)).toContain('D:20261231000000Z');
    expect(latin1(first)).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(Buffer.compare(first, await paperPdf(paper({ date: '2026-12-30' })))).not.toBe(0);
  });

  it('has the letters of every language of the Union', async () => {
    const shown = charactersOf(await paperPdf(paper({ about: LETTERS.match(/.{1,40}/gu)! })));
    expect(Array.from(LETTERS).filter((letter) => !shown.has(letter))).toEqual([]);
    expect(shown.has('?')).toBe(false);
  });

  it('what the font lacks becomes a question mark, and line breaks in names become spaces', async () => {
    const shown = charactersOf(await paperPdf(paper({ about: ['漢\u0007\n🙂'] })));
    expect(shown.has('?')).toBe(true);
    expect(shown.has('漢')).toBe(false);
  });

  it('goes on on further pages, each with its number', async () => {
    expect(pagesOf(await paperPdf(paper({ sections: table(10) })))).toBe(1);
    expect(pagesOf(await paperPdf(paper({ sections: table(100) })))).toBe(3);
    // A small table is not torn apart: the second one begins on a page of its own.
    expect(pagesOf(await paperPdf(paper({ sections: [...table(28), ...table(8)] })))).toBe(2);
  });

  it('any text makes a paper', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constant('W'.repeat(1_000)));
    await fc.assert(
      fc.asyncProperty(text, text, fc.array(fc.tuple(text, text), { maxLength: 4 }), async (title, note, cells) => {
        const [first] = table(0);
        const bytes = await paperPdf(
          paper({
            title,
            sections: [
              { ...first!, rows: cells.map((each) => ({ cells: each })) } as Paper['sections'][number],
              { heading: note, kind: 'notes', notes: [note] },
            ],
          }),
        );
        expect(latin1(bytes)).toContain('%%EOF');
      }),
      { numRuns: 5 },
    );
  });
});
