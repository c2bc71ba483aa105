/** Where this device keeps a table that is being written. */
export const keptAt = (owner: string, { year, scheme }: { year: number; scheme: string }) =>
  [owner, year, scheme, "scheme"].join(" ");
