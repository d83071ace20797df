/** Where our FEEL and DMN answer otherwise than the official compatibility kit expects. */
export interface Departure {
  /** Matches the kit's "folder/test case/decision". */
  readonly cases: RegExp;
  readonly why: string;
}

export const feelDepartures: readonly Departure[] = [
  {
    cases: /^(0021-|0070-|0082-|0057-.*\/decision008)/,
    why: 'item definitions only give names: a result is not coerced (a list stays a list, a wrong type does not become null), instance of knows built-in types only; of a key written twice in a context the last holds',
  },
  {
    cases: /^(0036-|009[5-8]-)/,
    why: 'variables of a case are JSON: a date comes as text; name its type at the input or input data, or write date(x)',
  },
  { cases: /^0076-/, why: 'there are no Java functions' },
  {
    cases: /^(0085-|0086-|0089-|0088-|0092-.*\/decision_01[34])/,
    why: 'no decision services, no imports of other documents, no given values for decisions without logic; built-in functions are no values',
  },
  {
    cases: /^115[0-4]-/,
    why: 'boxed conditionals, filters and loops of 1.4 have to be written as literal expressions (told at publication)',
  },
  { cases: /^0037-/, why: 'names of formal parameters have no dots' },
  {
    cases: /^(0068-.*range_|0074-.*range_|0072-.*null_|1156-|0070-.*range)/,
    why: 'ranges are written [a..b] and may be open; there is no function range(…) and no range value (< 10); an end that is null lets everything through',
  },
  { cases: /^1130-/, why: 'of the relations of ranges there are before, after, meets, met by, overlaps and includes' },
  {
    cases: /^0072-.*(list|null)_/,
    why: 'a list in a list of lists is compared element by element; a comparison with null is null',
  },
  { cases: /^0084-/, why: 'for counts whole numbers only; an empty range gives an empty list' },
  {
    cases: /^(0007-|0100-|0103-|1115-|1116-|1117-|1120-|1121-)/,
    why: 'years before our era or of five digits and 24:00:00 are not known, offsets beyond 18 hours are let through; a duration of nothing is written PT0S or P0M, an offset of nothing as it was given',
  },
  { cases: /^1100-|^114[1-4]-/, why: 'a number of decimals that is no whole number or too large is not null' },
  {
    cases: /^(1109-|1111-)/,
    why: 'patterns are matched in linear time (RE2): no flag x, no subtraction of classes, no references back',
  },
  { cases: /^1155-/, why: 'list replace does not count positions from the end' },
];
