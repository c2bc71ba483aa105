/** What a text says as a number, or why it says none. */
export type Read =
  | { number: number }
  | { fault: "no-number" }
  | { fault: "two-ways"; readings: readonly [number, number] };

/**
 * A number as people here write it: comma or point before the decimals, no thousands mark. A point before exactly
 * three digits may be meant as a thousands mark, and a wrong guess is wrong a thousandfold: it is asked, not guessed.
 */
export function numberFrom(text: string): Read {
  const plain = text.replace(/\s|%$/g, "").replace("−", "-");
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(plain))
    return { fault: "two-ways", readings: [Number(plain.replace(".", "")), Number(plain)] };
  if (/^[1-9]\d{0,2}(\.\d{3}){2,}(,\d+)?$/.test(plain) || /^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(plain))
    return { number: Number(plain.replaceAll(".", "").replace(",", ".")) };
  if (/^[1-9]\d{0,2}(,\d{3}){2,}(\.\d+)?$/.test(plain) || /^[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(plain))
    return { number: Number(plain.replaceAll(",", "")) };
  return /^-?\d+([.,]\d+)?$/.test(plain)
    ? { number: Number(plain.replace(",", ".")) }
    : { fault: "no-number" };
}
