import fc from "fast-check";
import { expect, test } from "vitest";
import { ticketAsKept, ticketCodeFrom } from "#domain/ticket.ts";

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

test("a code has forty bits in letters and digits that are not taken for one another", () => {
  expect(ticketCodeFrom(Uint8Array.from([0, 1, 2, 3, 28, 29, 30, 31]))).toBe("2345-WXYZ");
  expect(ticketCodeFrom(new Uint8Array(8).fill(32))).toBe("2222-2222");
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(ticketCodeFrom(one)).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
      const low = (random: Uint8Array) => Array.from(random, (byte) => byte % 32).join();
      expect(ticketCodeFrom(one) === ticketCodeFrom(other)).toBe(low(one) === low(other));
    }),
  );
});

test("however it is typed, a code is the same code", () => {
  const typings = [
    (code: string) => code.toLowerCase(),
    (code: string) => code.replace("-", ""),
    (code: string) => code.replace("-", " "),
    (code: string) => ` ${code.toLowerCase().replace("-", " ")} `,
    (code: string) => code.replace("-", " - "),
  ];
  fc.assert(
    fc.property(bytes, fc.constantFrom(...typings), (random, typed) => {
      const code = ticketCodeFrom(random);
      expect(ticketAsKept(typed(code))).toBe(ticketAsKept(code));
    }),
  );
});

test("a scanned secret is taken as it is, letter by letter", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
      const secret = Buffer.from(random).toString("base64url");
      expect(ticketAsKept(secret)).toBe(secret);
    }),
  );
});
