/** PostgreSQL keeps neither U+0000 nor half a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Path of the first text, or name of a member, that cannot be kept; null when there is none. Goes down without recursion: what is nested deeply is refused elsewhere. */
export function unstorableIn(value: unknown): string | null {
  const open: (readonly [unknown, string])[] = [[value, '']];
  for (let next = open.pop(); next; next = open.pop()) {
    const [found, path] = next;
    if (typeof found === 'string' && !isStorable(found)) return path;
    if (typeof found !== 'object' || found === null || ArrayBuffer.isView(found)) continue;
    for (const [name, inner] of Object.entries(found)) {
      if (!isStorable(name)) return path;
      open.push([inner, path === '' ? name : `${path}.${name}`]);
    }
  }
  return null;
}
