/** A token of JUEL; texts come unquoted. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
}

const pattern =
  /\s*(?:(\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([\p{L}_$][\p{L}\p{N}_$]*)|(&&|\|\||[=!<>]=|[-+*/%<>!?:.,()[\]]))/uy;

/** Null where the source holds what is no JUEL. */
export function tokensOf(source: string): readonly Token[] | null {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.trimEnd().length) {
    const found = pattern.exec(source);
    if (!found) return null;
    const [, number, single, double, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'text', text: (single ?? double ?? '').replace(/\\(.)/g, '$1') });
  }
  return [...tokens, { kind: 'end', text: '' }];
}
