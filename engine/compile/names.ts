/** Names that the engine itself gives to expressions. */
export const engineNames: readonly string[] = [
  'outcome',
  'ledger',
  'periods',
  'loopCounter',
  'nrOfInstances',
  'nrOfActiveInstances',
  'nrOfCompletedInstances',
];

/** Every name that the model declares or mentions, sorted: expressions are parsed with this list at publication and at run time. */
export function namesOf(declared: Iterable<string>, sources: readonly string[]): readonly string[] {
  const mentioned = sources.flatMap(
    (source) => source.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [],
  );
  return [...new Set([...engineNames, ...declared, ...mentioned])].toSorted();
}
