/**
 * A decision's number, or an award's code, as everybody may type it: `412/QĐ-BVHTTDL` is `412-qd-bvhttdl`, and so is
 * `412 QD BVHTTDL`.
 */
export function markOf(number: string): string {
  return number
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}
