import type * as z from "zod/mini";
import type { Names } from "./template.ts";

/**
 * A kind of thing in the table: its shape, the partition it lives in and its name there.
 * The shape may be a codec: then the thing is kept packed. A `chained` thing has a history:
 * every write adds a link that cannot be changed later (lib/chain.ts).
 */
export type Item<T, In extends string, Name extends string> = {
  schema: z.core.$ZodType<T>;
  in: In;
  name: Name;
  chained: boolean;
};
// biome-ignore lint/suspicious/noExplicitAny: a kind of anything
export type AnyItem = Item<any, string, string>;
export type KeyOf<T, Template extends string> = Pick<T, Names<Template> & keyof T>;

export function item<T, const In extends string, const Name extends string>(
  schema: z.core.$ZodType<T>,
  key: {
    in: Names<In> extends keyof T ? In : never;
    name: Names<Name> extends keyof T ? Name : never;
    chained?: boolean;
  },
): Item<T, In, Name> {
  return { schema, in: key.in as In, name: key.name as Name, chained: key.chained ?? false };
}

/** Of each kind, as many as were found. */
export type Gathered<K> = { [N in keyof K]: K[N] extends Item<infer T, string, string> ? T[] : never };

/** Things asked for together, each with its kind. */
export type Asked = { kind: AnyItem; key: object };
export type Together<A extends readonly (Asked | undefined)[]> = {
  -readonly [P in keyof A]: A[P] extends { kind: Item<infer T, string, string> } | undefined
    ? T | undefined
    : never;
};

/** One thing to be read together with others. */
export const one = <T, I extends string, N extends string>(
  kind: Item<T, I, N>,
  key: KeyOf<T, I> & KeyOf<T, N>,
) => ({
  kind,
  key,
});
