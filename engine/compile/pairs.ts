/** FEEL and the variable its value goes to. */
export interface Pair {
  readonly source: string;
  readonly target: string;
}

/** Pairs "a=b; c=d" of an attribute: the name before the first "=", FEEL behind it. A lone name stands for "name=name". */
export function pairsOf(text: string): readonly Pair[] {
  return splitOutsideQuotes(text).flatMap((part) => {
    const [, target, source] = /^\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*=\s*([\s\S]+)$/u.exec(part) ?? [];
    if (target !== undefined && source !== undefined) return [{ target, source: source.trim() }];
    const name = part.trim();
    return name === '' ? [] : [{ target: name, source: name }];
  });
}

const splitOutsideQuotes = (text: string): readonly string[] => text.match(/(?:"(?:[^"\\]|\\.)*"?|[^;"])+/g) ?? [];
