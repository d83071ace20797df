/** A cell as the file has it; a date is the civil date that the cell shows. */
export type Cell = string | number | boolean | null;

/** A row under its number in the file, the first one being 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** The first sheet of a workbook, or a CSV file. Empty rows are left out. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
}

/** What the reading thread is asked, and what it answers. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly rowLimit: number;
}
export type ReadReply = { readonly rows: readonly SheetRow[] } | { readonly code: string; readonly message: string };

/** Why a file cannot be read. Plain syntax only: the reading thread runs without our loader, whose native part does not outlive a thread. */
export class SheetFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
