/** Small letters and digits nobody guesses and nobody mistakes for one another. */
export function randomLetters(count: number): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789a";
  return Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => letters[byte % 32]).join("");
}
