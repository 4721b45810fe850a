const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Between bytes and what they spell. */
export const bytes = {
  fromText: (text: string): Uint8Array => encoder.encode(text),
  fromJson: (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value)),
  toJson: (content: Uint8Array): unknown => JSON.parse(decoder.decode(content)),
};
