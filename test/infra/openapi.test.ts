import { expect, test } from "vitest";
import { fromJSONSchema } from "zod";
import { api } from "#api";
import { refusalCodes } from "#domain/refuse.ts";
import { document } from "#infra/openapi/document.ts";
import { type Contract, routesOf } from "#lib/route.ts";
import { namesIn } from "#lib/template.ts";
import { bodies } from "../api/bodies.ts";

const made = document();
const contract: Contract = api;
const operations = Object.entries(made.paths).flatMap(([path, there]) =>
  Object.entries(there).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
);

test("the document says of each route of the contract where it is, who comes and what it carries", () => {
  const listed = operations.map(({ operationId, tags, method, path, security, requestBody }) =>
    [tags[0], operationId, method, path, security.length > 0, requestBody !== undefined].join(" "),
  );
  const promised = routesOf(contract).map(({ group, name, method, path, by, takes }) =>
    [group, name, method, path, by === "token", takes !== undefined].join(" "),
  );
  expect(listed.toSorted()).toEqual(promised.toSorted());
});

test("it is built as OpenAPI 3.1 asks", () => {
  expect(made.openapi).toMatch(/^3\.1\.\d+$/);
  expect(made.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { operationId, path, parameters, security, responses } of operations) {
    expect(path).toMatch(/^\//);
    expect(parameters.map((each) => each.name)).toEqual(namesIn(path));
    for (const parameter of parameters)
      expect(parameter).toMatchObject({ in: "path", required: true, schema: { type: "string" } });
    for (const scheme of security.flatMap(Object.keys))
      expect(Object.keys(made.components.securitySchemes)).toContain(scheme);
    const done = operationId === "readGone" ? 404 : 200;
    expect(responses).toMatchObject({
      [done]: { description: expect.any(String) },
      default: expect.anything(),
    });
  }
});

test("whatever it points at is there", () => {
  const pointers = Array.from(
    JSON.stringify(made).matchAll(/"\$ref":"([^"]*)"/g),
    ([, pointer = ""]) => pointer,
  );
  expect(pointers.length).toBeGreaterThan(operations.length);
  for (const pointer of new Set(pointers)) {
    const steps = pointer.replace(/^#\//, "").split("/");
    expect(
      steps.reduce<unknown>((at, step) => (at as never)[step], made),
      pointer,
    ).toBeTypeOf("object");
  }
});

test("every refusal there is may be the answer", () => {
  expect(made.components.schemas.Refusal.properties.code.enum).toEqual(expect.arrayContaining(refusalCodes));
});

test("what people send fits what the document says of it, and something else does not", () => {
  const sent: Record<string, object | null> = Object.assign({}, ...Object.values(bodies));
  for (const { operationId, requestBody } of operations) {
    if (!requestBody) continue;
    const schema = fromJSONSchema(readable(requestBody.content["application/json"].schema));
    expect(schema.safeParse(sent[operationId]).error, operationId).toBeUndefined();
    expect(schema.safeParse({ ...sent[operationId], unheardOf: 1 }).success, operationId).toBe(false);
  }
});

/** JSON Schema reads a pattern letter by letter of Unicode; this reader of it does not, so such patterns are left out. */
const readable = (schema: object) =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    key === "pattern" && String(value).includes("\\p{") ? undefined : value,
  );
