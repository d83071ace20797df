/** How a file can be looked at in the page: as it is, as a PDF that is made from it, or not at all. */
export const viewKinds = ['pdf', 'image', 'text', 'office', 'none'] as const;
export type ViewKind = (typeof viewKinds)[number];

const images: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
};
const texts: ReadonlySet<string> = new Set(['txt', 'csv', 'md', 'log', 'json', 'xml', 'yaml', 'yml']);
const office: ReadonlySet<string> = new Set('doc docx odt rtf wps xls xlsx ods et ppt pptx odp dps'.split(' '));

const extensionOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** By the name: what a browser said of the type when it was sent is not relied on. */
export function viewKindOf(name: string): ViewKind {
  const extension = extensionOf(name);
  if (extension === 'pdf') return 'pdf';
  if (images[extension]) return 'image';
  if (texts.has(extension)) return 'text';
  return office.has(extension) ? 'office' : 'none';
}

/** What a file is sent as when it is looked at: never anything that runs. */
export function viewTypeOf(name: string): string {
  const kind = viewKindOf(name);
  if (kind === 'image') return images[extensionOf(name)] ?? 'application/octet-stream';
  return kind === 'text' ? 'text/plain; charset=utf-8' : 'application/pdf';
}
