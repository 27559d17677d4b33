/** Wrong use of a command or of the library: exit code 2. Bad records are values (`Problem`); anything else thrown is a bug. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
