/** Something wrong with a definition or its data at run time: the token waits, an incident says where, why and what helps. */
export class Stuck extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = 'Stuck';
  }
}
