/** The `{name}`s in a template, as a union: Names<"/a/{b}/{c}"> is "b" | "c". */
export type Names<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** Puts values in the `{name}`s of a path or a key. A value that is missing is a bug. */
export function fill(
  template: string,
  values: object,
  write: (value: string, name: string) => string = String,
): string {
  const known = values as Record<string, unknown>;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined || value === null) throw new Error(`Nothing given for {${name}} in ${template}`);
    return write(String(value), name);
  });
}

/** The `{name}`s in a template, in order. */
export function namesIn(template: string): string[] {
  return Array.from(template.matchAll(/\{(\w+)\}/g), ([, name]) => String(name));
}

/** A template up to its first `{name}` that has no value: what all keys beginning like this share. */
export function beginningOf(template: string, values: object): string {
  const open = namesIn(template).find((name) => (values as Record<string, unknown>)[name] === undefined);
  return open === undefined ? template : template.slice(0, template.indexOf(`{${open}}`));
}
