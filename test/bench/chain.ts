import { faultIn, type Link, link } from "#lib/chain.ts";
import { atMost, type Line } from "./line.ts";

const links = 1_000_000;

/** S4: a million links of a history, each checked against the one before it and against itself. */
export async function checkingAHistory(): Promise<Line[]> {
  const kept = { names: [{ name: "Sở VHTTDL Lạng Sơn", since: 2026 }] };
  const chain: Link[] = [];
  for (let no = 1; no <= links; no++)
    chain.push(
      link(chain.at(-1), {
        at: "2026-03-28T02:00:00.000Z",
        by: `nguoi-${no % 700}`,
        did: "units.saveUnit",
        digest: "bb2e5b8a2ac1d3a0f2a1d7f0a3b0f8f3f4f0e6a1b2c3d4e5f60718293a4b5c6d",
      }),
    );
  const began = performance.now();
  const fault = faultIn(chain, kept);
  const seconds = (performance.now() - began) / 1000;
  if (fault !== "the thing was changed outside its history")
    throw new Error(`The chain does not hold: ${fault}`);
  return [
    atMost({
      id: "S4",
      name: "a million links checked",
      measured: seconds,
      unit: "s",
      bound: 10,
      gates: false,
    }),
  ];
}
