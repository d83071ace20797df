import { build } from './build.ts';
import type { Evaluator } from './run.ts';
import { parse, parseTests, tellingNames } from './tree.ts';
import { unaryTests, type UnaryTest } from './unary-test.ts';

class Compiled {
  readonly expressions = new Map<string, Evaluator>();
  readonly tests = new Map<string, UnaryTest>();
  constructor(readonly telling: readonly string[]) {}
}

const plain = new Compiled([]);
const byNames = new WeakMap<readonly string[], Compiled>();

/** No expression is parsed twice; names that cannot change how it is read are left out of account. */
export function compiledOf(feel: string, names: readonly string[]): Evaluator {
  const { telling, expressions } = cacheOf(names);
  const known = expressions.get(feel);
  if (known) return known;
  const made = build(parse(feel.replace(/^\s*=/, ''), telling));
  expressions.set(feel, made);
  return made;
}

/** A cell of a decision table: `"a", "b"`, `not(> 5)`, `-`. */
export function testsOf(feel: string, names: readonly string[]): UnaryTest {
  const { telling, tests } = cacheOf(names);
  const known = tests.get(feel);
  if (known) return known;
  const made = unaryTests(parseTests(feel, telling), build);
  tests.set(feel, made);
  return made;
}

function cacheOf(names: readonly string[]): Compiled {
  if (names.length === 0) return plain;
  const known = byNames.get(names);
  if (known) return known;
  const telling = tellingNames(names);
  const made = telling.length === 0 ? plain : new Compiled(telling);
  byNames.set(names, made);
  return made;
}
