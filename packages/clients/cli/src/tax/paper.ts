import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** A document for people to print, file and keep. */
export interface Paper {
  title: string;
  /** Lines under the title: whose it is, of which time, by which rules. */
  about: readonly string[];
  /** `2026-03-31`: the day that the paper is of, which stands for the day it was made. */
  date: string;
  /** As the language of its words: `en`. */
  language: string;
  size: 'A4' | 'LETTER';
  sections: readonly PaperSection[];
}

export type PaperSection = { heading: string } & (
  | { kind: 'table'; columns: readonly PaperColumn[]; rows: readonly PaperRow[] }
  | { kind: 'notes'; notes: readonly string[] }
);

interface PaperColumn {
  label: string;
  /** Of the page's width, relative to the other columns. */
  width: number;
  align: 'left' | 'right';
}

export interface PaperRow {
  cells: readonly string[];
  /** A sum, in bold under a line. */
  isTotal?: boolean;
}

const MARGIN = 54;
const FOOTER_HEIGHT = 28;
const CELL_GAP = 12;
const ROW_PADDING = 3.5;
const CELL_LENGTH_MAX = 600;
const SIZES = { title: 18, heading: 11.5, text: 9.5, small: 8 } as const;
const COLORS = { text: '#1a1a1a', faint: '#666666', rule: '#d5d5d5', strongRule: '#1a1a1a' } as const;

/** IBM Plex Sans, under the SIL Open Font License: it has £, € and the letters of all languages of the Union. */
const FONTS = {
  regular: fontFile('400Regular/IBMPlexSans_400Regular.ttf'),
  bold: fontFile('600SemiBold/IBMPlexSans_600SemiBold.ttf'),
} as const;

function fontFile(name: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/ibm-plex-sans/${name}`));
}

/**
 * The paper as PDF/A-2b, which archives take: fonts inside, nothing from outside. The same paper gives the same bytes. A
 * character that the font lacks becomes `?`.
 */
export async function paperPdf(paper: Paper): Promise<Uint8Array> {
  const { title, about, date, language, size, sections } = paper;
  const pdf = new PDFDocument({
    size,
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'Gristmill', Producer: 'Gristmill', CreationDate: new Date(`${date}T00:00:00Z`) },
  });
  const bytes = collected(pdf);
  pdf.registerFont('regular', FONTS.regular).registerFont('bold', FONTS.bold);
  const page = createPage(pdf);

  page.paragraph(title, 'bold', SIZES.title, COLORS.text);
  pdf.y += 2;
  for (const line of about) page.paragraph(line, 'regular', SIZES.text, COLORS.faint);
  for (const section of sections) {
    page.heading(section.heading);
    if (section.kind === 'table') page.table(section.columns, section.rows);
    else for (const note of section.notes) page.paragraph(note, 'regular', SIZES.text, COLORS.text);
  }
  page.footers(`${title}, ${date}`);
  pdf.end();
  return bytes;
}

type Pdf = InstanceType<typeof PDFDocument>;
type Font = keyof typeof FONTS;

function createPage(pdf: Pdf) {
  const left = MARGIN;
  const width = pdf.page.width - 2 * MARGIN;
  const bottom = pdf.page.height - MARGIN - FOOTER_HEIGHT;

  const drawn = { regular: drawable('regular'), bold: drawable('bold') };

  /** What the font can show of a text from anywhere, on one line, and no longer than a page is for. */
  function drawable(font: Font): (text: string) => string {
    pdf.font(font);
    // The font of the document: its types leave out what it can do.
    const { font: face } = (pdf as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
    return (text) =>
      Array.from(shortened(text.replace(/[\s\p{Cc}]+/gu, ' ').normalize('NFC')), (character) =>
        face.hasGlyphForCodePoint(character.codePointAt(0)!) ? character : '?',
      ).join('');
  }

  function needs(height: number): boolean {
    if (pdf.y + height <= bottom) return false;
    pdf.addPage();
    return true;
  }

  function paragraph(text: string, font: Font, size: number, color: string): void {
    const shown = drawn[font](text);
    pdf.font(font).fontSize(size).fillColor(color);
    needs(pdf.heightOfString(shown, { width }));
    pdf.text(shown, left, pdf.y, { width });
  }

  function heading(text: string): void {
    // A heading stays with what follows it.
    needs(SIZES.heading * 4 + SIZES.text * 2);
    pdf.y += 16;
    paragraph(text, 'bold', SIZES.heading, COLORS.text);
    pdf.y += 3;
  }

  function rule(y: number, color: string): void {
    pdf.moveTo(left, y).lineTo(left + width, y).lineWidth(0.5).strokeColor(color).stroke();
  }

  function table(columns: readonly PaperColumn[], rows: readonly PaperRow[]): void {
    const gaps = CELL_GAP * (columns.length - 1);
    const share = (width - gaps) / columns.reduce((sum, column) => sum + column.width, 0);
    const widths = columns.map((column) => column.width * share);

    function row(cells: readonly string[], font: Font, size: number, color: string): void {
      const shown = cells.map(drawn[font]);
      pdf.font(font).fontSize(size).fillColor(color);
      const height = Math.max(...shown.map((cell, i) => pdf.heightOfString(cell === '' ? ' ' : cell, { width: widths[i]! })));
      if (needs(height + 2 * ROW_PADDING)) head();
      pdf.font(font).fontSize(size).fillColor(color);
      const top = pdf.y + ROW_PADDING;
      let x = left;
      for (const [i, cell] of shown.entries()) {
        pdf.text(cell, x, top, { width: widths[i]!, align: columns[i]!.align });
        x += widths[i]! + CELL_GAP;
      }
      pdf.y = top + height + ROW_PADDING;
    }

    function head(): void {
      row(columns.map(({ label }) => label), 'regular', SIZES.small, COLORS.faint);
      rule(pdf.y, COLORS.strongRule);
    }

    head();
    for (const { cells, isTotal = false } of rows) {
      if (isTotal) rule(pdf.y, COLORS.strongRule);
      row(cells, isTotal ? 'bold' : 'regular', SIZES.text, COLORS.text);
      rule(pdf.y, COLORS.rule);
    }
  }

  function footers(text: string): void {
    const { start, count } = pdf.bufferedPageRange();
    for (let i = start; i < start + count; i += 1) {
      pdf.switchToPage(i);
      // Below the margin, where the text would otherwise go to another page.
      pdf.page.margins.bottom = 0;
      const y = pdf.page.height - MARGIN - SIZES.small;
      pdf.font('regular').fontSize(SIZES.small).fillColor(COLORS.faint);
      pdf.text(drawn.regular(text), left, y, { width: width - 80, lineBreak: false });
      pdf.text(`${i - start + 1} / ${count}`, left + width - 80, y, { width: 80, align: 'right', lineBreak: false });
    }
  }

  return { paragraph, heading, table, footers };
}

function shortened(text: string): string {
  return text.length <= CELL_LENGTH_MAX ? text : `${text.slice(0, CELL_LENGTH_MAX)}…`;
}

async function collected(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
