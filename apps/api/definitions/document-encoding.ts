import { isAscii, isUtf8 } from 'node:buffer';

/** Marks of UTF-16, by which a document says how it is written before it can be read. */
const marks: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * The same document in UTF-8: older tools write BPMN in GBK, GB18030, Big5, Latin-1 or UTF-16. What is UTF-8 already stays as it is,
 * byte for byte; so does what is not written as it says, or might be either, which the compiler then refuses (ENCODING).
 */
export function inUtf8(bytes: Buffer): Buffer {
  const found = encodingOf(bytes);
  if (found === null) return bytes;
  try {
    const text = new TextDecoder(found, { fatal: true }).decode(bytes);
    return Buffer.from(text.replace(declared, '$1UTF-8$3'));
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return bytes; // not so written, or unknown
    throw error;
  }
}

const declared = /^(\s*<\?xml[^>]{0,200}?encoding\s*=\s*["'])([^"']{1,40})(["'])/;

/** The encoding of its mark or of its declaration, null for UTF-8. */
function encodingOf(bytes: Buffer): string | null {
  const [, marked] = marks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  if (marked !== undefined) return marked;
  const [, , said] = declared.exec(bytes.toString('latin1', 0, 400)) ?? [];
  if (isUtf8(bytes) && !isAscii(bytes)) return null;
  return said === undefined || /^(?:utf-?8|us-ascii)$/i.test(said) ? null : said;
}
