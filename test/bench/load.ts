import { once } from "node:events";
import { Agent, request } from "node:http";
import { buffer } from "node:stream/consumers";

/** One sender: where it sends, as whom, and the bodies it sends one after another. */
export type Sender = { url: string; token: string; bodies: string[] };
export type Load = { seconds: number; times: number[]; refused: number };

/** Run as a process of its own, beside what it loads: each sender sends its bodies, all senders at once. */
process.on("message", async (senders: Sender[]) => {
  const agent = new Agent({ keepAlive: true, maxSockets: senders.length });
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  await Promise.all(
    senders.map(async ({ url, token, bodies }) => {
      for (const body of bodies) {
        const asked = performance.now();
        const headers = {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        };
        const [reply] = await once(request(url, { method: "PUT", agent, headers }).end(body), "response");
        await buffer(reply);
        times.push(performance.now() - asked);
        if (reply.statusCode !== 200) refused += 1;
      }
    }),
  );
  agent.destroy();
  process.send?.({ seconds: (performance.now() - began) / 1000, times, refused } satisfies Load);
});
