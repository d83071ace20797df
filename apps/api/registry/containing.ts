/** A pattern for ilike: the text anywhere, its own wildcards taken as they are written. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
