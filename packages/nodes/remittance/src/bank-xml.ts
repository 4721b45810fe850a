import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { RemittanceError } from './errors.ts';

/** An element as read: its text, its attributes (`@Ccy`) and its children by local name, each in document order. */
export interface XmlNode {
  readonly '#text'?: string;
  readonly [name: string]: readonly XmlNode[] | string | undefined;
}

/** Statements of a busy account for a day stay far below; what is larger is refused unread. */
const BANK_FILE_BYTES_MAX = 32 * 1024 * 1024;

/** The deepest published message of the family has 14 levels; envelopes add a few. */
const DEPTH_MAX = 40;

/** What banks write in: Unicode and the eight-bit sets of their countries. ASCII is a part of UTF-8. */
const ENCODINGS = /^(utf-?8|utf-16[lb]e|iso-8859-\d{1,2}|windows-125\d)$/;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Entities are replaced below: no document defines its own.
  processEntities: false,
  maxNestedTags: DEPTH_MAX,
  // Nothing here asks where an element stands, and to write its path for each costs a third of the time.
  jPath: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/**
 * A bank's XML as a tree without namespaces. Written by a stranger: a document type, entities of its own, more than
 * 40 levels, more than 32 MiB, bytes that are not text in the encoding it names, or markup that is not well formed are
 * refused before anything is looked at.
 *
 * @throws RemittanceError `BANK_XML_REFUSED`
 */
export function readBankXml(bytes: Uint8Array): XmlNode {
  if (bytes.length > BANK_FILE_BYTES_MAX) {
    throw refused(`it has ${bytes.length} bytes, more than ${BANK_FILE_BYTES_MAX}`);
  }
  const text = textOf(bytes);
  if (/<!\s*(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text)) throw refused('it brings a document type');
  const plain = withoutCharacterData(text);
  const validity = XMLValidator.validate(plain);
  if (validity !== true) throw refused(`line ${validity.err.line}: ${validity.err.msg.replace(/\.+$/, '')}`);
  try {
    const parsed = parser.parse(plain) as XmlNode;
    const document = plain.includes('&') ? withoutEntities(parsed) : parsed;
    // The validator lets a second empty root pass.
    const roots = Object.values(document).flatMap((nodes) => (typeof nodes === 'string' ? [] : (nodes ?? [])));
    if (roots.length !== 1) throw refused(`it has ${roots.length} root elements`);
    return document;
  } catch (cause) {
    if (cause instanceof RemittanceError) throw cause;
    throw refused(cause instanceof Error ? cause.message : String(cause));
  }
}

function textOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? 'UTF-8';
  // The mark at the start of UTF-16 says more than a declaration that nobody could read without it.
  const marked = start.startsWith('\xFF\xFE') ? 'utf-16le' : start.startsWith('\xFE\xFF') ? 'utf-16be' : null;
  // One that declares UTF-16 in single bytes was written by a program that never encoded its text anew.
  const encoding = marked ?? declared.toLowerCase().replace(/^(us-ascii|utf-16(le|be)?)$/, 'utf-8');
  if (!ENCODINGS.test(encoding)) throw refused(`it is written in ${declared}`);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw refused(`its bytes are not ${encoding}`);
  }
}

/** Character data as ordinary text, so that one pass over entities serves both. Its time grows with the text, not faster. */
function withoutCharacterData(text: string): string {
  const [before = '', ...sections] = text.split('<![CDATA[');
  const parts = sections.map((section) => {
    const end = section.indexOf(']]>');
    if (end === -1) throw refused('character data in it does not end');
    const data = section.slice(0, end).replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`);
    return data + section.slice(end + 3);
  });
  return before + parts.join('');
}

function withoutEntities(node: XmlNode): XmlNode {
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => {
      if (typeof value === 'string') return [name, decoded(value)];
      return [name, value!.map(withoutEntities)];
    }),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;]{1,8});/g, (whole, name: string) => {
    const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (known !== undefined) return known;
    const [, hexadecimal, decimal] = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name) ?? [];
    const code = hexadecimal === undefined ? Number(decimal ?? NaN) : parseInt(hexadecimal, 16);
    const isText =
      code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0xd800) || (code >= 0xe000 && code <= 0x10ffff);
    if (!isText) throw refused(`it uses the entity ${whole}`);
    return String.fromCodePoint(code);
  });
}

/** Networks put at most so many envelopes around a message. */
const ENVELOPES_MAX = 6;

/** All messages of these names, bare or inside the envelopes of a network, in document order. */
export function messagesIn<Name extends string>(root: XmlNode, names: readonly Name[]): [name: Name, node: XmlNode][] {
  const found: [Name, XmlNode][] = [];
  const visit = (node: XmlNode, depth: number): void => {
    for (const [child, nodes] of Object.entries(node)) {
      if (typeof nodes === 'string' || nodes === undefined) continue;
      const name = names.find((each) => each === child);
      if (name !== undefined) found.push(...nodes.map((each): [Name, XmlNode] => [name, each]));
      else if (depth < ENVELOPES_MAX) for (const each of nodes) visit(each, depth + 1);
    }
  };
  visit(root, 0);
  return found;
}

/** The children at a path of local names, all of them, in order. */
export function nodesAt(node: XmlNode, ...path: readonly string[]): readonly XmlNode[] {
  return path.reduce<readonly XmlNode[]>(
    (nodes, name) =>
      nodes.flatMap((each) => {
        const children = Object.hasOwn(each, name) ? each[name] : undefined;
        return Array.isArray(children) ? (children as readonly XmlNode[]) : [];
      }),
    [node],
  );
}

/** The first child at a path. */
export function nodeAt(node: XmlNode, ...path: readonly string[]): XmlNode | null {
  return nodesAt(node, ...path)[0] ?? null;
}

/** The text of the first child at a path; null when there is none or it is empty. */
export function textAt(node: XmlNode, ...path: readonly string[]): string | null {
  const text = nodeAt(node, ...path)?.['#text'];
  return text === undefined || text === '' ? null : text;
}

function refused(why: string): RemittanceError {
  return new RemittanceError(
    'BANK_XML_REFUSED',
    `This is not a bank's XML file that can be read: ${why}.`,
    'Fetch the file from the bank again; if it is the same, have the bank look at it.',
    'peer',
  );
}
