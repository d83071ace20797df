import { named, parseTests } from './tree.ts';

/** The alternatives of a list of unary tests, one by one: `"a", "b"`. */
export const alternativesOf = (tests: string): readonly string[] =>
  named(parseTests(tests, []), 'PositiveUnaryTests').flatMap((all) =>
    named(all, 'PositiveUnaryTest').map(({ text }) => text),
  );
