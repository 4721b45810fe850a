import type { OutlineStep, Way } from './outline.ts';
import { when } from './words.ts';

const CARD_WIDTH = 330;
const COLUMN_GAP = 90;
const ROW_GAP = 28;
const LINE_HEIGHT = 17;
const HEADER_HEIGHT = 38;
const MARGIN = 32;
/** A long agreement goes on below, as text does. */
const COLUMNS_A_BAND = 5;
const BAND_GAP = 56;
const TITLE_HEIGHT = 78;
/** A picture of more steps than this helps nobody; the text has them all. */
const STEPS_SHOWN_MAX = 60;
const LINES_SHOWN_MAX = 30;

const COLOURS: Record<Way['kind'], string> = {
  deposit: '#2563eb',
  choice: '#b45309',
  notify: '#0d9488',
  timeout: '#64748b',
  start: '#334155',
};

interface Row {
  readonly text: string;
  readonly style: 'way' | 'line' | 'end';
  readonly indent: number;
  readonly kind: Way['kind'];
  readonly next: number | 'end' | undefined;
  readonly y: number;
}

/** Where the lines to a step pass through a column between cards, by `laneKey`. */
type Lanes = ReadonlyMap<string, number>;

function laneKey(column: number, target: number): string {
  return `${column} ${target}`;
}

interface Card {
  readonly step: OutlineStep;
  readonly rows: readonly Row[];
  readonly height: number;
  readonly column: number;
  y: number;
}

/** The steps as cards from left to right; each way out of a card is a line to the card that it leads to. */
export function diagramOf(steps: readonly OutlineStep[], title: string, parties: readonly string[]): string {
  const shown = steps.slice(0, STEPS_SHOWN_MAX);
  const { cards, lanes } = placed(shown);
  const width =
    MARGIN * 2 +
    Math.min(COLUMNS_A_BAND, Math.max(1, ...cards.map(({ column }) => column + 1))) * (CARD_WIDTH + COLUMN_GAP) -
    COLUMN_GAP;
  const height = MARGIN + Math.max(TITLE_HEIGHT, ...cards.map((card) => card.y + card.height), ...lanes.values());
  const hidden = steps.length - shown.length;
  const subtitle = `${parties.join(' · ')}${hidden > 0 ? ` · ${hidden} more steps are not drawn` : ''}`;
  const byNumber = new Map(cards.map((card) => [card.step.number, card]));
  const topOf = (column: number): number =>
    Math.min(...cards.filter((card) => bandOf(card.column) === bandOf(column)).map((card) => card.y));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="ui-sans-serif, system-ui, 'Segoe UI', Helvetica, Arial, sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#f8fafc"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 14}" font-size="20" font-weight="700" fill="#0f172a">${escaped(title)}</text>`,
    `<text x="${MARGIN}" y="${MARGIN + 36}" font-size="12.5" fill="#64748b">${escaped(cut(subtitle, Math.floor(width / 6.5)))}</text>`,
    ...cards.flatMap((card) => card.rows.map((row) => edge(card, row, byNumber, { lanes, topOf }))),
    ...cards.map(drawn),
    '</svg>',
  ].join('\n');
}

function placed(steps: readonly OutlineStep[]): { cards: Card[]; lanes: Lanes } {
  const column = new Map<number, number>(steps.map(({ number }) => [number, 0]));
  // Steps lead forward only, but not always to a higher number: the columns settle after a few rounds.
  for (let changed = true; changed;) {
    changed = false;
    for (const { number, ways } of steps) {
      for (const next of ways.flatMap(({ lines }) => lines.map((line) => line.next))) {
        if (typeof next !== 'number' || !column.has(next) || column.get(next)! > column.get(number)!) continue;
        column.set(next, column.get(number)! + 1);
        changed = true;
      }
    }
  }
  const cards = steps.map((step): Card => ({ step, ...rowsOf(step), column: column.get(step.number)!, y: 0 }));
  // In each column cards and passing lines come in the order of where they come from, and from the top.
  const wanted = new Map<number, number>();
  const lanes = new Map<string, number>();
  const lead = (place: number, target: number, y: number): void => {
    const end = column.get(target);
    if (end === undefined || bandOf(end) !== bandOf(place)) return;
    if (end === place + 1) wanted.set(target, Math.min(y, wanted.get(target) ?? y));
    else if (!lanes.has(laneKey(place + 1, target))) lanes.set(laneKey(place + 1, target), y);
  };
  const columns = Math.max(0, ...cards.map((card) => card.column + 1));
  let top = TITLE_HEIGHT + 10;
  let bottom = top;
  for (let place = 0; place < columns; place += 1) {
    if (place > 0 && bandOf(place) !== bandOf(place - 1)) top = bottom + BAND_GAP;
    const here: { y: number; put: (free: number) => number }[] = [];
    for (const card of cards.filter((each) => each.column === place)) {
      const put = (free: number): number => {
        card.y = free;
        for (const row of card.rows) if (typeof row.next === 'number') lead(place, row.next, card.y + row.y);
        bottom = Math.max(bottom, card.y + card.height);
        return card.y + card.height + ROW_GAP;
      };
      here.push({ y: wanted.get(card.step.number) ?? 0, put });
    }
    for (const { number: target } of steps) {
      const y = lanes.get(laneKey(place, target));
      if (y === undefined) continue;
      const put = (free: number): number => {
        const level = free - ROW_GAP / 2;
        lanes.set(laneKey(place, target), level);
        lead(place, target, level);
        return level + ROW_GAP;
      };
      here.push({ y, put });
    }
    here.toSorted((one, other) => one.y - other.y).reduce((free, { put }) => put(free), top);
  }
  return { cards, lanes };
}

function rowsOf({ ways }: OutlineStep): { rows: Row[]; height: number } {
  const rows: Row[] = [];
  let y = HEADER_HEIGHT + 6;
  for (const way of ways) {
    y += 6;
    for (const text of wrapped(way.text, 38)) {
      y += LINE_HEIGHT;
      rows.push({ text, style: 'way', indent: 0, kind: way.kind, next: undefined, y: y - 5 });
    }
    for (const line of way.lines.slice(0, LINES_SHOWN_MAX)) {
      const indent = Math.min(line.indent, 6);
      const parts = wrapped(line.next === 'end' ? 'all is paid out: the end' : line.text, 44 - 2 * indent);
      for (const [index, text] of parts.entries()) {
        y += LINE_HEIGHT;
        const next = index === parts.length - 1 ? line.next : undefined;
        const style = line.next === 'end' ? 'end' : 'line';
        rows.push({ text, style, indent: indent + 1, kind: way.kind, next, y: y - 5 });
      }
    }
    const hidden = way.lines.length - LINES_SHOWN_MAX;
    if (hidden > 0) {
      y += LINE_HEIGHT;
      rows.push({
        text: `… ${hidden} more lines`,
        style: 'line',
        indent: 1,
        kind: way.kind,
        next: undefined,
        y: y - 5,
      });
    }
  }
  return { rows, height: y + 12 };
}

function left(card: Card): number {
  return leftOf(card.column);
}

function leftOf(column: number): number {
  return MARGIN + (column % COLUMNS_A_BAND) * (CARD_WIDTH + COLUMN_GAP);
}

function bandOf(column: number): number {
  return Math.floor(column / COLUMNS_A_BAND);
}

function edge(
  card: Card,
  row: Row,
  byNumber: ReadonlyMap<number, Card>,
  { lanes, topOf }: { lanes: Lanes; topOf: (column: number) => number },
): string {
  const target = typeof row.next === 'number' ? byNumber.get(row.next) : undefined;
  if (target === undefined) return '';
  const colour = COLOURS[row.kind];
  let [x, y] = [left(card) + CARD_WIDTH, card.y + row.y - 4];
  const path = [`M${x} ${y}`];
  const curveTo = (toX: number, toY: number): void => {
    const bend = Math.max(36, (toX - x) / 2);
    path.push(`C${x + bend} ${y} ${toX - bend} ${toY} ${toX} ${toY}`);
    [x, y] = [toX, toY];
  };
  const end = target.y + HEADER_HEIGHT / 2;
  if (bandOf(card.column) === bandOf(target.column)) {
    for (let column = card.column + 1; column < target.column; column += 1) {
      curveTo(leftOf(column), lanes.get(laneKey(column, target.step.number)) ?? y);
      x = leftOf(column) + CARD_WIDTH;
      path.push(`H${x}`);
    }
    curveTo(left(target) - 7, end);
  } else {
    // Down beside the cards, along the gap above the target's band, and down again.
    path.push(
      `h${COLUMN_GAP / 4} V${topOf(target.column) - BAND_GAP / 2} H${left(target) - 24} V${end} H${left(target) - 7}`,
    );
  }
  return (
    `<path d="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.6" opacity="0.75"/>` +
    `<path d="M${left(target)} ${end} l-8 -4.5 v9 z" fill="${colour}"/>`
  );
}

function drawn(card: Card): string {
  const { deadline, number } = card.step;
  const x = left(card);
  const parts = [
    `<g transform="translate(${x} ${card.y})">`,
    `<rect width="${CARD_WIDTH}" height="${card.height}" rx="10" fill="#ffffff" stroke="#cbd5e1"/>`,
    `<path d="M0 ${HEADER_HEIGHT} V10 a10 10 0 0 1 10 -10 H${CARD_WIDTH - 10} a10 10 0 0 1 10 10 V${HEADER_HEIGHT} z" fill="#1e293b"/>`,
    `<text x="14" y="24" font-size="13.5" font-weight="700" fill="#ffffff">Step ${number}</text>`,
    deadline === undefined
      ? ''
      : `<text x="${CARD_WIDTH - 14}" y="24" font-size="12" fill="#cbd5e1" text-anchor="end">until ${escaped(when(deadline))}</text>`,
  ];
  for (const [index, { text, style, indent, kind, next, y }] of card.rows.entries()) {
    const colour = COLOURS[kind];
    if (style === 'way') {
      const isFirst = card.rows[index - 1]?.style !== 'way';
      if (isFirst) parts.push(`<circle cx="16" cy="${y - 4}" r="4.5" fill="${colour}"/>`);
      parts.push(`<text x="28" y="${y}" font-size="12.5" font-weight="600" fill="#0f172a">${escaped(text)}</text>`);
    } else {
      const shade = style === 'end' ? '#15803d' : '#475569';
      parts.push(`<text x="${16 + 12 * indent}" y="${y}" font-size="12" fill="${shade}">${escaped(text)}</text>`);
      if (next === 'end')
        parts.push(`<rect x="${CARD_WIDTH - 22}" y="${y - 9}" width="9" height="9" rx="2" fill="#16a34a"/>`);
      if (typeof next === 'number') parts.push(`<circle cx="${CARD_WIDTH}" cy="${y - 4}" r="3.5" fill="${colour}"/>`);
    }
  }
  return [...parts, '</g>'].join('');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + 1 + word.length > width) lines.push(cut(word, width));
    else lines[lines.length - 1] = last === '' ? cut(word, width) : `${last} ${word}`;
  }
  return lines;
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, Math.max(1, width - 1))}…` : text;
}

/** Names come from outside: whatever they hold, they are text here and never markup. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
