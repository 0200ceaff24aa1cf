import type { z } from 'zod';

/** One request of the contract: the schema that bounds what may come in, and (as a type only) what goes back. */
export interface RequestDefinition<Input, Reply> {
  readonly input: z.ZodType<Input>;
  /** Never set at run time; carries the reply's type. */
  readonly reply?: Reply;
}

/**
 * Names a request of the contract.
 * @param input schema of the argument, bounded in length and count: whatever it does not accept never reaches a handler.
 */
export const request =
  <Reply>() =>
  <Input>(input: z.ZodType<Input>): RequestDefinition<Input, Reply> => ({ input });

export type InputOf<D> = D extends RequestDefinition<infer Input, unknown> ? Input : never;
export type ReplyOf<D> = D extends RequestDefinition<unknown, infer Reply> ? Reply : never;
