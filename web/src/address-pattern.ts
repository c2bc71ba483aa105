/** What an address of this shape looks like: a year has four digits, everything else is one step of the path. */
export const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template.replace(/\{(\w+)\}/g, (_, name) => (name === "year" ? "(\\d{4})" : "([^/]+)"))}/?$`,
  );
