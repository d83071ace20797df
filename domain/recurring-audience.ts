interface Counting {
  readonly audience: { readonly kind: string };
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whether it matters which units there are: it opens for each, or tells its case of them. */
export const countsUnits = ({ audience, variables }: Counting): boolean =>
  audience.kind === 'units' ||
  Object.values(variables).some((value) => typeof value === 'string' && /^=.*\bunits\b/.test(value));
