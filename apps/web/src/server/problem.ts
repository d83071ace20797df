export interface Defect {
  readonly code: string;
  readonly message: string;
  readonly path?: string | undefined;
  readonly elementId?: string | undefined;
}

/** A refusal of the server, or its silence (status 0). The message is the server's own sentence. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly defects: readonly Defect[];

  constructor(status: number, { code, detail, defects = [] }: ProblemBody) {
    super(detail);
    this.status = status;
    this.code = code;
    this.defects = defects;
  }
}

interface ProblemBody {
  readonly code: string;
  readonly detail: string;
  readonly defects?: readonly Defect[];
}

/** Reads an answer's problem; an answer that is none (a proxy's page) still becomes one. */
export async function problemOf(response: Response): Promise<Problem> {
  if (!/json/.test(response.headers.get('content-type') ?? ''))
    return new Problem(response.status, { code: `HTTP_${response.status}`, detail: response.statusText });
  return new Problem(response.status, (await response.json()) as ProblemBody);
}
