import * as z from "zod/mini";

/** Marks that turn the direction of reading, and others nobody sees: they make one name look like another. */
const hidden = /[\p{C}\p{Zl}\p{Zp}\p{Variation_Selector}\u115F\u1160\u3164\uFFA0]|\u034F/u;
const pictures =
  /[\p{Emoji_Presentation}\p{Regional_Indicator}\p{Emoji_Modifier}]|\u20E3|(?![©®™])\p{Extended_Pictographic}/u;

/** Names that every object has already: one of them as a key would find what nobody put there. */
export const isPlainName = (name: string) => !(name in Object.prototype);

/**
 * A line of text: composed (NFC), without spaces at its ends or doubled inside, nothing hidden, no pictures.
 * The first two are mended in silence, as the same name typed on another keyboard.
 */
const line = (most: number) =>
  z.string().check(
    z.overwrite((text) => text.normalize("NFC").trim().replace(/ {2,}/g, " ")),
    z.minLength(1),
    z.maxLength(most),
    z.refine((text) => !hidden.test(text), "hidden characters"),
    z.refine((text) => !pictures.test(text), "pictures"),
  );

export const Name = line(200);
export const Title = line(1000);

/** Text of more lines: a reason, an explanation, a covenant. */
export const Text = z.string().check(
  z.overwrite((text) => text.normalize("NFC").trim()),
  z.minLength(1),
  z.maxLength(10_000),
  z.refine((text) => !hidden.test(text.replace(/[\n\t]/g, "")), "hidden characters"),
);

/** Readable ids, as people see them in addresses: `lang-son`, `cum-4`. */
export const Slug = z
  .string()
  .check(z.maxLength(40), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.refine(isPlainName));

/** To the millisecond and in UTC, always: so that instants compare as text does. */
export const Instant = z.iso.datetime({ precision: 3 });

/** A day as it stands on a paper: 2025-03-10. */
export const Day = z.iso.date();
