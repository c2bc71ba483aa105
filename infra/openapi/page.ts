import type { Document } from "./document.ts";

/** The document as one page to read, without script, for any browser; `style` beside it. */
export function pageOf({ info, tags, paths }: Document): string {
  const operations = Object.entries(paths).flatMap(([path, there]) =>
    Object.entries(there).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const groups = tags.map(({ name }) => {
    const own = operations.filter((operation) => operation.tags.includes(name));
    return `<h2 id="${name}">${name}</h2>${own.map(entryOf).join("")}`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(info.title)} API</title>
<link rel="stylesheet" href="/api-doc.css">
<main>
<h1>${escaped(info.title)} API ${escaped(info.version)}</h1>
<p>${escaped(info.description)}. <a href="/api/openapi.json">OpenAPI 3.1</a></p>
<nav>${tags.map(({ name }) => `<a href="#${name}">${name}</a>`).join(" · ")}</nav>
${groups.join("\n")}
</main>
</html>
`;
}

/** Readable at any width, by light and by dark. */
export const style = `:root { color-scheme: light dark; }
body { max-width: 60rem; margin: auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
body { background: #fff; color: #1c1512; }
a { color: #8c1414; }
@media (prefers-color-scheme: dark) { body { background: #15100e; color: #f3ebe2; } a { color: #ffb4a8; } }
summary { padding: 0.5rem 0; cursor: pointer; }
pre { padding: 0.75rem; border: 1px solid; white-space: pre-wrap; font-size: 0.875rem; }
`;

type Operation = Document["paths"][string][string] & { path: string; method: string };

function entryOf({ path, method, operationId, description, requestBody, responses }: Operation): string {
  const takes = requestBody ? shown("Takes", requestBody.content["application/json"].schema) : "";
  const given = responses[200]?.content?.["application/json"]?.schema;
  const gives = given ? shown("Gives", given) : "";
  return `<details id="${operationId}"><summary><b>${operationId}</b> <code>${method.toUpperCase()} ${escaped(path)}</code></summary><p>${escaped(description)}</p>${takes}${gives}</details>\n`;
}

const shown = (title: string, schema: object) =>
  `<h3>${title}</h3><pre>${escaped(JSON.stringify(schema, null, 2))}</pre>`;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
