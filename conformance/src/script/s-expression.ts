import { GristmillError } from '@gristmill/protocol';

/** A piece of a test script, and the line it starts in, counted from 1. */
export type Expression = Atom | Text | List;

interface Atom {
  readonly kind: 'atom';
  readonly line: number;
  readonly text: string;
}
/** A string; WebAssembly's strings are bytes, which need not be UTF-8. */
interface Text {
  readonly kind: 'text';
  readonly line: number;
  readonly bytes: Uint8Array;
}
export interface List {
  readonly kind: 'list';
  readonly line: number;
  readonly items: readonly Expression[];
}

/**
 * Reads a test script (`.wast`): s-expressions with strings, `;;` and nested `(; ;)` comments, and annotations
 * `(@name ...)`, which are left out.
 *
 * @throws GristmillError `SCRIPT_MALFORMED`.
 */
export function readExpressions(source: string): Expression[] {
  const reader = new Reader(source);
  const found: Expression[] = [];
  for (let next = reader.next(); next !== null; next = reader.next()) found.push(next);
  return found;
}

class Reader {
  readonly #source: string;
  #position = 0;
  #line = 1;

  constructor(source: string) {
    this.#source = source;
  }

  /** The next expression, or `null` at the end. Lists are kept on a stack of our own, so depth is no danger. */
  next(): Expression | null {
    const open: { line: number; items: Expression[] }[] = [];
    for (;;) {
      this.#skipBlank();
      const line = this.#line;
      const character = this.#source[this.#position];
      if (character === undefined) {
        if (open.length > 0) throw malformed(open.at(-1)!.line, 'a parenthesis is never closed');
        return null;
      }
      let done: Expression;
      if (character === '(') {
        this.#position += 1;
        open.push({ line, items: [] });
        continue;
      } else if (character === ')') {
        this.#position += 1;
        const list = open.pop();
        if (list === undefined) throw malformed(line, 'a parenthesis is closed that was never opened');
        done = { kind: 'list', ...list };
        if (isAnnotation(done)) continue;
      } else if (character === '"') {
        done = this.#text();
      } else {
        done = this.#atom();
      }
      const parent = open.at(-1);
      if (parent === undefined) return done;
      parent.items.push(done);
    }
  }

  #skipBlank(): void {
    for (;;) {
      const character = this.#source[this.#position];
      const pair = this.#source.slice(this.#position, this.#position + 2);
      if (character === '\n') this.#line += 1;
      if (character !== undefined && ' \t\r\n'.includes(character)) this.#position += 1;
      else if (pair === ';;') this.#skipLine();
      else if (pair === '(;') this.#skipBlockComment();
      else return;
    }
  }

  /** A lone carriage return ends a line comment too. */
  #skipLine(): void {
    while (this.#position < this.#source.length && !'\n\r'.includes(this.#source[this.#position]!)) this.#position += 1;
  }

  #skipBlockComment(): void {
    const line = this.#line;
    let depth = 0;
    do {
      const pair = this.#source.slice(this.#position, this.#position + 2);
      if (pair === '') throw malformed(line, 'a comment is never closed');
      if (pair === '(;') depth += 1;
      if (pair === ';)') depth -= 1;
      if (pair[0] === '\n') this.#line += 1;
      this.#position += pair === '(;' || pair === ';)' ? 2 : 1;
    } while (depth > 0);
  }

  #atom(): Atom {
    const line = this.#line;
    const start = this.#position;
    while (this.#position < this.#source.length && !' \t\r\n()";'.includes(this.#source[this.#position]!)) {
      this.#position += 1;
    }
    // A lone semicolon opens no comment: it stands for itself, as any reserved token.
    if (this.#position === start) this.#position += 1;
    const text = this.#source.slice(start, this.#position);
    if (text === '$' && this.#source[this.#position] === '"')
      return { kind: 'atom', line, text: quotedName(this.#text()) };
    return { kind: 'atom', line, text };
  }

  #text(): Text {
    const line = this.#line;
    const bytes: number[] = [];
    this.#position += 1;
    for (;;) {
      const character = this.#source[this.#position];
      if (character === undefined) throw malformed(line, 'a string is never closed');
      if (character === '\n') this.#line += 1;
      if (character === '"') {
        this.#position += 1;
        return { kind: 'text', line, bytes: Uint8Array.from(bytes) };
      }
      if (character === '\\') this.#escape(bytes);
      else {
        const point = String.fromCodePoint(this.#source.codePointAt(this.#position)!);
        bytes.push(...Buffer.from(point));
        this.#position += point.length;
      }
    }
  }

  #escape(bytes: number[]): void {
    const rest = this.#source.slice(this.#position, this.#position + 12);
    const found = /^\\(?:([0-9a-fA-F]{2})|u\{([0-9a-fA-F_]+)\}|(["'\\tnr]))/.exec(rest);
    if (found === null)
      throw malformed(this.#line, `a string has the unknown escape ${JSON.stringify(rest.slice(0, 2))}`);
    const [whole, byte, point, letter] = found;
    if (byte !== undefined) bytes.push(Number.parseInt(byte, 16));
    else if (point !== undefined) {
      bytes.push(...Buffer.from(String.fromCodePoint(Number.parseInt(point.replaceAll('_', ''), 16))));
    } else bytes.push({ t: 9, n: 10, r: 13 }[letter!] ?? letter!.codePointAt(0)!);
    this.#position += whole.length;
  }
}

/** `$"name"` is the same name as `$name`; one that cannot be written so gets its bytes in hex. */
function quotedName({ bytes }: Text): string {
  const name = Buffer.from(bytes).toString('latin1');
  return /^[\w!#$%&'*+\-./:<=>?@\\^`|~]+$/.test(name) ? `$${name}` : `$quoted:${Buffer.from(bytes).toString('hex')}`;
}

function isAnnotation({ items: [head] }: List): boolean {
  return head?.kind === 'atom' && head.text.startsWith('@');
}

function malformed(line: number, what: string): GristmillError {
  return new GristmillError('SCRIPT_MALFORMED', `At line ${line} ${what}.`, {
    hint: 'Check that the file is a whole .wast script.',
  });
}

/** The word a list starts with, or `null`. */
export function headOf(expression: Expression | undefined): string | null {
  const head = expression?.kind === 'list' ? expression.items[0] : undefined;
  return head?.kind === 'atom' ? head.text : null;
}

/** An expression as plain text, which any assembler reads: no comments, no annotations, strings as escaped bytes. */
export function textOf(expression: Expression): string {
  // Built from the outside in on a list of our own, so that deep nesting is no danger.
  const parts: string[] = [];
  const open: (Expression | ')')[] = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === ')') parts.push(')');
    else if (next.kind === 'atom') parts.push(next.text);
    else if (next.kind === 'text') parts.push(`"${Array.from(next.bytes, escaped).join('')}"`);
    else {
      parts.push('(');
      open.push(')', ...next.items.toReversed());
    }
  }
  return parts.join(' ');
}

function escaped(byte: number): string {
  const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
  return isPlain ? String.fromCodePoint(byte) : `\\${byte.toString(16).padStart(2, '0')}`;
}
