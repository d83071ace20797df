/** Procedure → what is done in its case: an element to complete, or how far the clock goes. The file beside it: `procedures/*.bpmn`. */
export const smallCases: Readonly<Record<string, readonly string[]>> = {
  Hearing: ['h', 'x', 'a', 'PT1H', 'c', 'b', 'k'],
  Undoing: ['a', 'h', 'd', 'PT1H', 'k', 'late', 'z'],
};
