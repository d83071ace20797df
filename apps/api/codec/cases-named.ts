/** Ids of cases as they are made: of a child its parent's, with a number behind. */
const caseId = /\bc-[0-9a-f]{24}(?:-\d+)*/g;

/** Every case that a text may speak of: an id of a task begins with its case's. */
export function casesNamedIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [id] of text.matchAll(caseId)) {
    const [prefix = '', hash = '', ...numbers] = id.split('-');
    for (let length = 0; length <= numbers.length; length += 1)
      found.add([prefix, hash, ...numbers.slice(0, length)].join('-'));
  }
  return [...found];
}
