import { expect, test } from "vitest";
import * as z from "zod/mini";
import { client } from "#lib/client.ts";
import { Refusal } from "#lib/refusal.ts";
import { routes, routesOf } from "#lib/route.ts";

const { get, put, post, remove } = routes<"anybody" | "librarian">()("/api", {
  shelf: z.string(),
  book: z.string(),
});
const library = {
  books: {
    readBook: get("/shelves/{shelf}/books/{book}", {
      by: "nobody",
      may: "anybody",
      gives: z.object({ title: z.string() }),
    }),
    saveBook: put("/shelves/{shelf}/books/{book}", {
      may: "librarian",
      takes: z.object({ title: z.string() }),
      gives: z.object({}),
    }),
    loseBook: remove("/shelves/{shelf}/books/{book}", { may: "librarian", gives: z.object({}) }),
  },
  shelves: {
    addShelf: post("/shelves", {
      may: "librarian",
      takes: z.object({ name: z.string() }),
      gives: z.object({}),
    }),
  },
};

type Asked = { path: string; init: RequestInit };
function talkingTo(answer: () => Response) {
  const asked: Asked[] = [];
  const call = client(library, async (path, init) => {
    asked.push({ path, init });
    return answer();
  });
  return { call, asked };
}
const json = (body: unknown, status = 200) => Response.json(body, { status });

test("a contract is read route by route, each for tokens unless it says otherwise", () => {
  expect(
    routesOf(library).map(({ group, name, method, path, by, may }) => [group, name, method, path, by, may]),
  ).toEqual([
    ["books", "readBook", "GET", "/api/shelves/{shelf}/books/{book}", "nobody", "anybody"],
    ["books", "saveBook", "PUT", "/api/shelves/{shelf}/books/{book}", "token", "librarian"],
    ["books", "loseBook", "DELETE", "/api/shelves/{shelf}/books/{book}", "token", "librarian"],
    ["shelves", "addShelf", "POST", "/api/shelves", "token", "librarian"],
  ]);
});

test("a call goes to its route's address, with what stands in it made safe", async () => {
  const { call, asked } = talkingTo(() => json({ title: "Kiều" }));
  await expect(call.books.readBook({ shelf: "a/b", book: "Truyện Kiều" })).resolves.toEqual({
    title: "Kiều",
  });
  expect(asked).toEqual([
    { path: "/api/shelves/a%2Fb/books/Truy%E1%BB%87n%20Ki%E1%BB%81u", init: { method: "GET" } },
  ]);
});

test("a body goes as JSON and says so", async () => {
  const { call, asked } = talkingTo(() => json({}));
  await call.books.saveBook({ shelf: "a", book: "b", body: { title: "Kiều" } });
  expect(asked[0]?.init).toEqual({
    method: "PUT",
    body: '{"title":"Kiều"}',
    headers: { "content-type": "application/json" },
  });
});

test("a refusal comes back as the one that was thrown", async () => {
  const { call } = talkingTo(() => json({ code: "book/lent", about: { to: "An" } }, 409));
  const refused = await call.books.loseBook({ shelf: "a", book: "b" }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ status: 409, code: "book/lent", about: { to: "An" } });
});

test.for<[string, () => Response, object]>([
  [
    "a page of a gateway",
    () => new Response("<h1>502</h1>", { status: 502 }),
    { status: 502, code: "server/bug", about: {} },
  ],
  [
    "an answer without a code",
    () => json({ message: "Service Unavailable" }, 503),
    { status: 503, code: "server/bug" },
  ],
  [
    "a gateway that knows nobody by that token",
    () => json({ message: "Unauthorized" }, 401),
    { status: 401, code: "caller/unknown" },
  ],
  ["a code of our own for the same", () => json({ code: "caller/expired" }, 401), { code: "caller/expired" }],
])("%s is a refusal too", async ([, answer, refused]) => {
  const { call } = talkingTo(answer);
  await expect(call.books.readBook({ shelf: "a", book: "b" })).rejects.toMatchObject(refused);
});
