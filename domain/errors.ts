/** Every refusal of the product has one of these codes; the HTTP edge turns the code into a status (contract §1). */
export class CaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Plain JSON that helps the caller: element id, field path, candidates. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'CaseError';
  }
}

/** One thing wrong with a definition or an input; several are reported at once. */
export interface Defect {
  readonly code: string;
  readonly message: string;
  readonly elementId?: string;
  /** Where in the document or the body, "variables.amount". */
  readonly path?: string;
}
