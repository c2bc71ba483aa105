import type * as z from "zod/mini";
import type { Names } from "./template.ts";

export type Method = "GET" | "PUT" | "POST" | "DELETE";
export type Schema = z.core.$ZodType;

/** Who comes to a route: an officer with a token, a delegate with a ticket, or anybody. No route takes two. */
export type By = "token" | "ticket" | "nobody";

/** One line of the contract: where, who may, what it takes, what it gives. */
export type Route = {
  method: Method;
  path: string;
  params: Record<string, Schema>;
  by: By;
  may: string;
  takes?: Schema | undefined;
  gives: Schema;
  /** For how many seconds the edge may give the same answer to everybody. */
  kept?: number | undefined;
  /** How long a body may be, where it may be longer than usual. */
  most?: number | undefined;
  /** It gives a page to be read, under this status. */
  page?: number | undefined;
};

export type Contract = Record<string, Record<string, Route>>;

/** Every route of a contract, one by one. @public */
export function routesOf(contract: Contract) {
  return Object.entries(contract).flatMap(([group, routes]) =>
    Object.entries(routes).map(([name, route]) => ({ group, name, ...route })),
  );
}

type Params<R extends Route> = { [N in Names<R["path"]>]: z.output<R["params"][N]> };
type Body<R extends Route, Side extends "input" | "output"> = R["takes"] extends Schema
  ? { body: Side extends "input" ? z.input<R["takes"]> : z.output<R["takes"]> }
  : unknown;

/** What the handler is given, and what the client must be given. */
export type Parsed<R extends Route> = Params<R> & Body<R, "output">;
export type Sent<R extends Route> = { [N in Names<R["path"]>]: string | number } & Body<R, "input">;
export type Given<R extends Route> = z.output<R["gives"]>;

/**
 * Makes get/put/post/remove for one contract: where it lives, and what each `{name}` in a path means.
 * A path with an unknown `{name}` does not compile. A route is for tokens unless it says otherwise.
 */
export function routes<Right extends string>() {
  return <const Under extends string, Params extends Record<string, Schema>>(
    under: Under,
    params: Params,
  ) => {
    const as =
      <M extends Method>(method: M) =>
      <const P extends string, G extends Schema, T extends Schema | undefined = undefined>(
        path: Names<P> extends keyof Params ? P : never,
        spec: { by?: By; may: Right; takes?: T; gives: G; kept?: number; most?: number; page?: number },
      ) => ({
        method,
        path: `${under}${path as P}` as `${Under}${P}`,
        params,
        by: spec.by ?? ("token" as const),
        may: spec.may,
        takes: spec.takes as T,
        gives: spec.gives,
        kept: spec.kept,
        most: spec.most,
        page: spec.page,
      });

    return { get: as("GET"), put: as("PUT"), post: as("POST"), remove: as("DELETE") };
  };
}
