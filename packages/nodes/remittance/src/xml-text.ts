/** An element: its name, its attributes in order, and its text or its children in order. */
export interface XmlElement {
  name: string;
  attributes: readonly (readonly [name: string, value: string])[];
  content: string | readonly XmlElement[];
}

/** `element('Amt', element('InstdAmt', '12.00'))`; children that are null are left out. */
export function element(name: string, ...content: readonly (string | XmlElement | null)[]): XmlElement {
  const [first] = content;
  if (typeof first === 'string') return { name, attributes: [], content: first };
  return { name, attributes: [], content: content.filter((child): child is XmlElement => child instanceof Object) };
}

/** The document as text, two spaces a level: the same elements always give the same bytes. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`;
}

function lines({ name, attributes, content }: XmlElement, indent: string): string[] {
  const start = [name, ...attributes.map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
  if (typeof content === 'string') return [`${indent}<${start}>${escaped(content)}</${name}>`];
  return [`${indent}<${start}>`, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
