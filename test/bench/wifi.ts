import { fork } from "node:child_process";
import { once } from "node:events";
import { api } from "#api";
import { codeFrom } from "#domain/choice.ts";
import { shortHashOf } from "#lib/bytes.ts";
import { client } from "#lib/client.ts";
import { gatherHall, openBox } from "./hall.ts";
import { atLeast, atMost, type Line } from "./line.ts";
import type { Crowd, Phone, Shown } from "./phones.ts";
import type { Stage } from "./stage.ts";

const voters = 2_000;
const seconds = 60;

/** W6: two thousand phones answer on bad Wi-Fi; after a minute each is asked what it shows, and the server what is so. */
export async function votingOnBadWifi(stage: Stage): Promise<Line[]> {
  const { url } = stage.local;
  const hall = await gatherHall(stage, "w6", voters);
  const { at, sealed } = await openBox(hall, "co");
  const place = { council: hall.council, conference: at.conference, poll: at.poll };
  const phones = sealed.map(({ ticket, body }, n): Phone => {
    const envelope: string = JSON.parse(body).sealed;
    const code = codeFrom(shortHashOf(Buffer.from(envelope, "base64url")));
    return { delegate: `db-${n + 1}`, ticket, sealed: envelope, code };
  });
  const shown = await livedThrough({ url, at: place, phones, seed: 6, seconds });

  const isIn = await Promise.all(phones.map((phone) => isRecorded(url, place, phone)));
  const recorded = isIn.filter(Boolean).length;
  return [
    atLeast({
      id: "W6",
      name: "recorded after a minute of bad Wi-Fi, 2,000 phones",
      measured: (100 * recorded) / voters,
      unit: "%",
      bound: 99.9,
      gates: false,
    }),
    atMost({
      id: "W6",
      name: "phones among them that show what is not so",
      measured: shown.filter((one, n) => !isTrue(one, isIn[n] ?? false)).length,
      unit: "phones",
      bound: 0,
    }),
  ];
}

/** Nobody but this phone has answered: it is in, or still on its way. */
function isTrue(shown: Shown[number], isIn: boolean): boolean {
  if (shown?.state === "kept") return true;
  return shown?.state === "in" && !shown.isElsewhere && isIn;
}

async function livedThrough(crowd: Crowd): Promise<Shown> {
  const child = fork(new URL("./phones.ts", import.meta.url));
  child.send(crowd);
  const [shown] = (await once(child, "message")) as [Shown];
  child.kill();
  return shown;
}

/** Asked over a good network. */
async function isRecorded(url: string, at: Crowd["at"], { ticket, code }: Phone): Promise<boolean> {
  const { ballots } = client({ ballots: api.ballots }, (path, init) =>
    fetch(url + path, { ...init, headers: { ...init.headers, authorization: `Ticket ${ticket}` } }),
  );
  const found = await ballots.findBallot(at);
  return found.state === "in" && found.code === code;
}
