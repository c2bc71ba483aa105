/** The conference a ticket or a poster leads to. */
export type Place = { council: string; conference: string };
/** `rest` is a ticket's secret, a typed code, `kiosk`, or on the check page a poll. */
export type Address = Place & { rest?: string };

const fragment = /^#?([a-z0-9-]{1,40})\.([a-z0-9-]{1,40})(?:\.([\w-]{1,64}))?$/;

/** What stands after `#`: it never leaves the phone, so no server and no log has ever seen a ticket in an address. */
export function addressIn(text: string): Address | undefined {
  const [, council, conference, rest] = fragment.exec(text.trim()) ?? [];
  if (!council || !conference) return undefined;
  return { council, conference, ...(rest && { rest }) };
}

/** What somebody typed, or a scanner typed for them: a code of eight, or a ticket's whole address. */
export function ticketIn(typed: string): Partial<Address> {
  const address = addressIn(typed.slice(typed.indexOf("#") + 1));
  if (address?.rest) return address;
  const code = typed.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
  return { rest: code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code };
}
