import type { Report } from './report.ts';

/** Bytes of one document. */
const documentLimit = 2 * 1024 * 1024;
const depthLimit = 1000;
const attributeLimit = 500;

/** The text of an uploaded document, or null when it is not one that may be parsed: too large, not UTF-8, with a DTD, too deep. */
export function readDocument(xml: string | Uint8Array, report: Report): string | null {
  const size = typeof xml === 'string' ? new TextEncoder().encode(xml).byteLength : xml.byteLength;
  if (size > documentLimit) {
    report.defect('TOO_LARGE', `文件 ${Math.ceil(size / 1024)} kB，超过上限 ${documentLimit / 1024} kB`);
    return null;
  }
  const text = typeof xml === 'string' ? xml : decode(xml);
  if (text === null || declaresOther(text)) {
    report.defect('ENCODING', '文件不是 UTF-8 编码，请另存为 UTF-8 后再上传');
    return null;
  }
  if (text.trim() === '') {
    report.defect('MALFORMED_XML', '文件是空的');
    return null;
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    report.defect('DOCTYPE', '文件含有 DOCTYPE 或实体声明，出于安全原因不接受；请删去后再上传');
    return null;
  }
  const { depth, attributes } = measure(text);
  if (depth > depthLimit || attributes > attributeLimit) {
    if (depth > depthLimit) report.defect('TOO_DEEP', `元素嵌套超过 ${depthLimit} 层`);
    else report.defect('TOO_LARGE', `一个元素有 ${attributes} 个属性，超过上限 ${attributeLimit}`);
    return null;
  }
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function decode(bytes: Uint8Array): string | null {
  if (bytes.subarray(0, 4).includes(0) || (bytes[0] ?? 0) >= 0xfe) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function declaresOther(text: string): boolean {
  const [, encoding] = /^\uFEFF?\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/.exec(text) ?? [];
  return encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding);
}

/** Deepest nesting of elements and most attributes of one; every character is looked at once, whatever the text is. */
function measure(text: string): { readonly depth: number; readonly attributes: number } {
  let open = 0;
  let [depth, attributes] = [0, 0];
  let at = text.indexOf('<');
  while (at !== -1) {
    const skip = ['<!--', '<![CDATA[', '<?'].findIndex((opening) => text.startsWith(opening, at));
    const tag = skip === -1 ? readTag(text, at) : null;
    const end = tag ? tag.end : text.indexOf(['-->', ']]>', '?>'][skip] ?? '', at);
    if (end === -1) break;
    if (tag) {
      attributes = Math.max(attributes, tag.attributes);
      if (text[at + 1] === '/') open -= 1;
      else if (text[end - 1] !== '/') depth = Math.max(depth, ++open);
    }
    at = text.indexOf('<', end);
  }
  return { depth, attributes };
}

/** Where a tag ends, and how many texts in quotes are in it; end -1 when it does not end. */
function readTag(text: string, from: number): { readonly end: number; readonly attributes: number } {
  const sign = /["'>]/g;
  sign.lastIndex = from;
  for (let attributes = 0; ; attributes += 1) {
    const found = sign.exec(text);
    if (!found) return { end: -1, attributes };
    if (found[0] === '>') return { end: found.index, attributes };
    const close = text.indexOf(found[0], found.index + 1);
    if (close === -1) return { end: -1, attributes };
    sign.lastIndex = close + 1;
  }
}

/** Attributes of type boolean that are neither true nor false: moddle would read them as false without a word. */
export function wrongFlags(text: string): readonly { readonly name: string; readonly value: string }[] {
  const pattern =
    /\s(isExecutable|isSequential|triggeredByEvent|cancelActivity|isInterrupting|isForCompensation|testBefore)\s*=\s*["']([^"'<]{0,100})["']/g;
  return [...text.matchAll(pattern)]
    .map(([, name = '', value = '']) => ({ name, value }))
    .filter(({ value }) => value !== 'true' && value !== 'false');
}
