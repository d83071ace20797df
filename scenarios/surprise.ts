/** Something went otherwise than a scenario says. */
export class Surprise extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Surprise';
  }
}
