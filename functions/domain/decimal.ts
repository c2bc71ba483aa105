import * as z from "zod/mini";
import { compare, exact, fraction } from "./exact.ts";

/** A number with so many decimals at the most, and no more digits than a number can hold as written. */
export function decimal(places: number) {
  return z.number().check(
    z.refine((number) => {
      // Nearly all that is entered is whole and small: no need to write it out.
      if (isPlain(number)) return true;
      const [mantissa = ""] = String(number).split("e");
      return !String(number).includes("e") && mantissa.replace(/[-.]/g, "").length <= 15;
    }, "too large or too fine"),
    z.refine(
      (number) => isPlain(number) || (String(number).split(".")[1] ?? "").length <= places,
      `${places} decimals at the most`,
    ),
  );
}

const isPlain = (number: number) => Number.isInteger(number) && Math.abs(number) < 1e15;

/** A fraction from nothing to all, written "2/3" so that no rounding decides a vote. */
export const Fraction = z
  .string()
  .check(
    z.refine(
      (text) => /^\d{1,6}\/[1-9]\d{0,5}$/.test(text) && compare(fraction(text), exact(1)) <= 0,
      "a fraction from 0/1 to 1/1 was expected, like 2/3",
    ),
  );
