/** Something in the tour went otherwise than its story says; ends the tour with a non-zero exit. */
export class Surprise extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Surprise';
  }
}
