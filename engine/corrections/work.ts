/** What a correction has done so far: scopes that have lost tokens, and people whose open tasks it takes away. */
export interface Work {
  readonly emptied: Set<string>;
  readonly concerned: Set<string>;
}
