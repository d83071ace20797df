import type { Report } from './report.ts';

/** Bytes of one document. */
export const documentLimit = 2 * 1024 * 1024;
const depthLimit = 1000;

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
  if (depthOf(text) > depthLimit) {
    report.defect('TOO_DEEP', `元素嵌套超过 ${depthLimit} 层`);
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

/** Deepest nesting of elements; one pass, linear whatever the text is. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const skip = ['<!--', '<![CDATA[', '<?'].findIndex((opening) => text.startsWith(opening, at));
    if (skip !== -1) {
      const end = text.indexOf(['-->', ']]>', '?>'][skip] ?? '', at);
      if (end === -1) return deepest;
      at = end;
      continue;
    }
    const close = text.indexOf('>', at);
    if (close === -1) return deepest;
    if (text[at + 1] === '/') depth -= 1;
    else if (text[close - 1] !== '/') deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}

/** Attributes of type boolean that are neither true nor false: moddle would read them as false without a word. */
export function wrongFlags(text: string): readonly { readonly name: string; readonly value: string }[] {
  const pattern =
    /\s(isExecutable|isSequential|triggeredByEvent|cancelActivity|isInterrupting|isForCompensation|testBefore)\s*=\s*["']([^"'<]{0,100})["']/g;
  return [...text.matchAll(pattern)]
    .map(([, name = '', value = '']) => ({ name, value }))
    .filter(({ value }) => value !== 'true' && value !== 'false');
}
