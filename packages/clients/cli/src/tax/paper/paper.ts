import { fileURLToPath } from 'node:url';
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
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
const HEADING_HEIGHT = 36;
const FIGURE_SIZE_MIN = 4;
const CELL_LENGTH_MAX = 600;
const LONG_WORD = /\S{80}/gu;
const SIZES = { title: 18, heading: 11.5, text: 9.5, small: 8 } as const;
const COLORS = { text: '#1a1a1a', faint: '#666666', rule: '#d5d5d5', strongRule: '#1a1a1a' } as const;

/** IBM Plex Sans, under the SIL Open Font License: it has £, € and the letters of all languages of the Union. */
const FONTS = {
  regular: fileURLToPath(import.meta.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf')),
  bold: fileURLToPath(import.meta.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf')),
} as const;

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
    if (section.kind === 'table') page.table(section.heading, section.columns, section.rows);
    else page.notes(section.heading, section.notes);
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
    // pdfkit has no door to what a font can show, only this.
    const { font: face } = Reflect.get(pdf, '_font') as { font: { hasGlyphForCodePoint(code: number): boolean } };
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

  /** A heading stays with what follows it. */
  function heading(text: string, heightBelow: number): void {
    if (!needs(HEADING_HEIGHT + heightBelow)) pdf.y += 16;
    paragraph(text, 'bold', SIZES.heading, COLORS.text);
    pdf.y += 3;
  }

  function notes(title: string, lines: readonly string[]): void {
    heading(title, 2 * SIZES.text);
    for (const line of lines) paragraph(line, 'regular', SIZES.text, COLORS.text);
  }

  function rule(y: number, color: string): void {
    pdf
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .strokeColor(color)
      .stroke();
  }

  function table(title: string, columns: readonly PaperColumn[], rows: readonly PaperRow[]): void {
    const gaps = CELL_GAP * (columns.length - 1);
    const share = (width - gaps) / columns.reduce((sum, column) => sum + column.width, 0);
    const widths = columns.map((column) => column.width * share);
    const head = measured({ cells: columns.map(({ label }) => label) }, () => SIZES.small);
    const figureSize = Math.min(
      ...columns.map((column, i) =>
        sizeThatFits(
          column,
          widths[i]!,
          rows.map(({ cells }) => cells[i] ?? ''),
        ),
      ),
    );
    const body = rows.map((row) => measured(row, (i) => (columns[i]!.align === 'left' ? SIZES.text : figureSize)));

    function measured({ cells, isTotal = false }: PaperRow, sizeOf: (column: number) => number) {
      const font: Font = isTotal ? 'bold' : 'regular';
      const shown = cells.map((cell, i) => ({ text: drawn[font](cell), size: sizeOf(i) }));
      const heights = shown.map(({ text, size }, i) =>
        pdf
          .font(font)
          .fontSize(size)
          .heightOfString(text === '' ? ' ' : text, { width: widths[i]! }),
      );
      return { font, isTotal, shown, height: Math.max(...heights) + 2 * ROW_PADDING };
    }

    function draw({ font, shown, height }: ReturnType<typeof measured>, color: string): void {
      const top = pdf.y;
      let x = left;
      for (const [i, { text, size }] of shown.entries()) {
        pdf.font(font).fontSize(size).fillColor(color);
        pdf.text(text, x, top + ROW_PADDING, { width: widths[i]!, align: columns[i]!.align });
        x += widths[i]! + CELL_GAP;
      }
      pdf.y = top + height;
    }

    function drawHead(): void {
      draw(head, COLORS.faint);
      rule(pdf.y, COLORS.strongRule);
    }

    const whole = body.reduce((sum, { height }) => sum + height, head.height);
    // What fits on half a page is not torn apart.
    heading(title, whole <= (bottom - MARGIN) / 2 ? whole : head.height + (body[0]?.height ?? 0));
    drawHead();
    for (const row of body) {
      if (needs(row.height)) drawHead();
      if (row.isTotal) rule(pdf.y, COLORS.strongRule);
      draw(row, COLORS.text);
      rule(pdf.y, COLORS.rule);
    }
  }

  /** Figures are never broken over lines: where one is too long, all of the table are set smaller. */
  function sizeThatFits({ align }: PaperColumn, columnWidth: number, cells: readonly string[]): number {
    if (align === 'left') return SIZES.text;
    pdf.font('bold').fontSize(SIZES.text);
    const longest = Math.max(1, ...cells.map((cell) => pdf.widthOfString(drawn.bold(cell))));
    return Math.max(FIGURE_SIZE_MIN, Math.min(SIZES.text, (SIZES.text * (columnWidth - 1)) / longest));
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

  return { paragraph, notes, table, footers };
}

/** Of bounded length, and without words that lines cannot be broken at: laying those out takes long. */
function shortened(text: string): string {
  const bounded = text.length <= CELL_LENGTH_MAX ? text : `${text.slice(0, CELL_LENGTH_MAX)}…`;
  return bounded.replace(LONG_WORD, '$& ').trimEnd();
}

async function collected(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
