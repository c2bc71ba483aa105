import { readFileSync } from "node:fs";
import { toJSONSchema } from "zod/v4/core";
import { api } from "#api";
import { refusalCodes } from "#domain/refuse.ts";
import { type By, type Contract, routesOf, type Schema } from "#lib/route.ts";
import { namesIn } from "#lib/template.ts";

/** What the machine around our rules says no with. */
const machineCodes = ["request/malformed", "request/too-large", "route/unknown", "server/bug"];

/** How a route knows who is asking. A ticket stands in what is sent, so that it is no matter of the gateway's. */
const security: Record<By, object[]> = { token: [{ token: [] }], ticket: [], nobody: [] };

export type Document = ReturnType<typeof documentOf>;

/** The contract as OpenAPI 3.1 has it, for whoever writes a client of their own. */
export const document = () => documentOf(api);

function documentOf(contract: Contract) {
  const { version, description } = JSON.parse(readFileSync("package.json", "utf8"));
  const routes = routesOf(contract);
  const byPath = Map.groupBy(routes, ({ path }) => path);
  return {
    openapi: "3.1.0",
    info: { title: "Thi Đua", version: String(version), description: String(description) },
    servers: [{ url: "/" }],
    tags: Object.keys(contract).map((name) => ({ name })),
    paths: Object.fromEntries(
      Array.from(byPath, ([path, there]) => [
        path,
        Object.fromEntries(there.map((route) => [route.method.toLowerCase(), operationOf(route)])),
      ]),
    ),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: {
        Refusal: {
          type: "object",
          required: ["code"],
          properties: {
            code: { type: "string", enum: [...machineCodes, ...refusalCodes].toSorted() },
            about: { type: "object", description: "What it is about: the line, the unit, the day." },
          },
        },
      },
      responses: {
        Refusal: {
          description: "Refused, with the reason",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Refusal" } } },
        },
      },
    },
  };
}

function operationOf({
  group,
  name,
  path,
  params,
  by,
  may,
  takes,
  gives,
  page,
}: ReturnType<typeof routesOf>[number]) {
  return {
    operationId: name,
    tags: [group],
    description: `By: ${by}. Right: ${may}.`,
    security: security[by],
    parameters: namesIn(path).map((each) => ({
      name: each,
      in: "path",
      required: true,
      schema: schemaOf(params[each], "input"),
    })),
    ...(takes && { requestBody: { required: true, content: json(schemaOf(takes, "input")) } }),
    responses: { ...doneOf(page, gives), default: refused } as Responses,
  };
}

type Responses = Record<
  string,
  { description?: string; content?: Record<string, { schema: object }>; $ref?: string }
>;
const refused = { $ref: "#/components/responses/Refusal" };

/** What it gives: JSON, or a page to be read under its own status. */
const doneOf = (page: number | undefined, gives: Schema): Responses =>
  page === undefined
    ? { 200: { description: "Done", content: json(schemaOf(gives, "output")) } }
    : {
        [page]: {
          description: "A page to read",
          content: { "text/html": { schema: schemaOf(gives, "output") } },
        },
      };

const json = (schema: object) => ({ "application/json": { schema } });

function schemaOf(schema: Schema | undefined, io: "input" | "output") {
  if (!schema) throw new Error("A path has a name that nothing is said of.");
  const { $schema: _dialect, ...rest } = toJSONSchema(schema, { io });
  return rest;
}
