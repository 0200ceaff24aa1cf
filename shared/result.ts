/**
 * What crosses a boundary: a value, or a failure with a stable code.
 * A thrown error loses everything but its message on the way between processes, so nothing is thrown across.
 */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: F };

/**
 * A refusal or fault. `code` is stable, upper case and never translated; `data` fills the sentence that
 * `shared/messages` holds for the code in each language. It carries no sentences and no stack.
 */
export interface Failure {
  readonly code: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const fail = (code: string, data?: Readonly<Record<string, string | number>>): Result<never> => ({
  ok: false,
  error: data === undefined ? { code } : { code, data },
});

/** Closes a discriminated union: a new member that nobody handles does not compile. */
export const unreachable = (value: never): never => {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
};
