const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Eight letters and digits that are not taken for one another, from as many random bytes: 40 bits. */
export function ticketCodeFrom(random: Uint8Array): string {
  const code = Array.from(random.subarray(0, 8), (byte) => letters[byte % 32]).join("");
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What is kept of a ticket is made from this: the scanned secret as it is, a typed code without what fingers add. */
export function ticketAsKept(given: string): string {
  const typed = given.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return typed.length === 8 && given.length <= 12 ? typed : given;
}
