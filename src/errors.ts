/** Errors told apart by consequence, so that a worker knows what to do without reading the message. */

/** The input is wrong and will stay wrong: no retry. */
export class BadInputError extends Error {
  override readonly name = 'BadInputError';
  /** Where the input is wrong: a file, a record, a field. */
  readonly where: string;
  constructor(where: string, message: string, options?: ErrorOptions) {
    super(`${where}: ${message}`, options);
    this.where = where;
  }
}

/** Something outside failed (Redis, disk, network): worth a retry. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
}

/** The country pack or the configuration is wrong: refuse to start. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
