import type { Local } from "./local.ts";

export async function sample({
  operator,
}: Local): Promise<{ name: string; password: string; who: string }[]> {
  return [{ ...operator, who: "operator" }];
}
