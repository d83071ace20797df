/** A JUEL source as FEEL, or why it has no equal. */
export function toFeel(source: string): { readonly feel?: string; readonly problem?: string } {
  const [, inner] = /^\s*[$#]\{([^{}]*)\}\s*$/.exec(source) ?? [];
  return inner === undefined ? { problem: '不是单个 ${…}' } : { feel: inner.trim() };
}
