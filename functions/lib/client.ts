import { Refusal } from "./refusal.ts";
import type { Contract, Given, Route, Sent } from "./route.ts";
import { fill } from "./template.ts";

export type Client<C extends Contract> = {
  [G in keyof C]: { [R in keyof C[G]]: (sent: Sent<C[G][R]>) => Promise<Given<C[G][R]>> };
};

/** One typed function for each route of the contract. A refusal comes back as the same `Refusal` the server threw. */
export function client<C extends Contract>(
  contract: C,
  fetch: (path: string, init: RequestInit) => Promise<Response>,
) {
  const call = (route: Route) => async (sent: { body?: unknown }) => {
    const response = await fetch(fill(route.path, sent, encodeURIComponent), {
      method: route.method,
      ...("body" in sent && {
        body: JSON.stringify(sent.body),
        headers: { "content-type": "application/json" },
      }),
    });
    const answer = await answerOf(response);
    if (!response.ok) throw new Refusal(response.status, answer.code ?? "server/bug", answer.about);
    return answer;
  };

  const each = <T, U>(of: Record<string, T>, to: (t: T) => U) =>
    Object.fromEntries(Object.entries(of).map(([name, t]) => [name, to(t)]));

  return each(contract, (group) => each(group, call)) as Client<C>;
}

/** What stands between us and the function (gateway, proxy) may answer in a form that is not ours. */
async function answerOf(response: Response) {
  const isJson = response.headers.get("content-type")?.includes("json");
  const answer = isJson ? await response.json() : {};
  if (response.status === 401) return { code: "caller/unknown", ...answer };
  return answer;
}
