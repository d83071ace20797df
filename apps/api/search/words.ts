const most = 10;
const brackets = /[〔〕[\]()【】《》「」“”"']/g;

/** A text as plain_text of the database makes it: half-width, small Latin letters, no brackets. */
const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replaceAll(brackets, '');

/** The words of a search, which are all to be found. */
export const wordsOf = (q: string): readonly string[] => plainText(q).split(/\s+/u).filter(Boolean).slice(0, most);

/** The pairs of neighbours by which the index finds a word; a word of one character is its own. */
export function gramsOf(word: string): readonly string[] {
  const letters = Array.from(word);
  if (letters.length === 1) return letters;
  return [...new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))];
}
