import { globSync, readFileSync } from "node:fs";
import type { RawItem } from "../watched-engine.ts";
import { liveThrough } from "./day.ts";
import { type Guess, guessed, type Loot } from "./guessing.ts";
import { council, type Founded, openHouse } from "./house.ts";
import { everythingIn } from "./kept.ts";
import { roomIn } from "./run.ts";
import type { Story } from "./story.ts";

/**
 * Holds secret polls, keeps everything a holder of the machine could keep, and tries to tell who chose what. Beside it
 * the same tried on a poll in clear, to show that whoever could would.
 */
export async function spy(founded: Founded, asked: { seed: number; polls: number; voters: number }) {
  const loots: Loot[] = [];
  for (let poll = 0; poll < asked.polls; poll++)
    loots.push(await lootOf(founded, asked.seed + poll, asked.voters, true));
  const open = await lootOf(founded, asked.seed, Math.min(asked.voters, 60), false);
  const guesses: Guess[] = guessed(loots);
  return {
    voters: loots.reduce((sum, { truth }) => sum + truth.size, 0),
    guesses,
    inClear: guessed([open]).reduce((best, one) => Math.max(best, one.hits / one.of), 0),
    traces: loots.reduce((sum, { traces }) => sum + traces, 0),
    canaries: loots.reduce((sum, { canaries }) => sum + canaries, 0),
  };
}

async function lootOf(founded: Founded, seed: number, voters: number, isSecret: boolean): Promise<Loot> {
  const house = await openHouse({ founded, seed, level: "low" });
  try {
    const room = await roomIn(house, voters);
    const story = plainly(room.story, isSecret);
    const box = `${council}#POLL#${room.at.conference}#bau-1`;
    const first: string[] = [];
    const last: string[] = [];
    let before = new Map<string, string>();
    let traces = 0;
    house.truth.watch(async (pk) => {
      if (pk !== box) return;
      const now = new Map(
        (await house.engine.partition(house.tableName, box)).map((item) => [
          item["sk"]?.S ?? "",
          asText(item),
        ]),
      );
      const changed = Array.from(now.keys()).filter((sk) => now.get(sk) !== before.get(sk));
      const ballots = changed.filter((sk) => sk.startsWith("D#")).map((sk) => sk.slice(2));
      if (ballots.length > 0 && changed.length > 1) traces += 1;
      for (const delegate of ballots) {
        if (!before.has(`D#${delegate}`)) first.push(delegate);
        last.splice(0, last.length, ...last.filter((one) => one !== delegate), delegate);
      }
      before = now;
    });
    await house.tell(() => liveThrough({ ...room, story }));
    const kept = await everythingIn(house);
    const ballots = kept.ballots(room.at.conference, "bau-1");
    const meant = (text: string) =>
      room.ledger.meant.get(text)?.choose ?? text.slice(6).split(" ").filter(Boolean);
    const voted = ballots.filter(({ kept: text }) => isSecret === room.ledger.meant.has(text));
    const truth = new Map(voted.map(({ delegate, kept: text }) => [delegate, meant(text).join()]));
    const files = globSync(`${house.folder}/table.sqlite*`).map((file) => readFileSync(file));
    const inFile = (delegate: string) => Math.max(...files.map((file) => file.lastIndexOf(`D#${delegate}"`)));
    const rows = voted.map(({ delegate }) => delegate);
    const poll = kept.poll(room.at, "bau-1");
    const leaked = [...room.ledger.secrets].filter(
      (secret) =>
        house.said.lines.some((line) => line.includes(secret)) || files.some((file) => file.includes(secret)),
    );
    return {
      orders: {
        "row order": rows,
        "order of first writes": first.filter((one) => truth.has(one)),
        "order of last writes": last.filter((one) => truth.has(one)),
        "place in the file": rows.toSorted((a, b) => inFile(a) - inFile(b)),
        "order of the roll": room.story.delegates
          .map(({ delegate }) => delegate)
          .filter((one) => truth.has(one)),
        "size of the row": rows.toSorted(
          (a, b) => (before.get(`D#${a}`)?.length ?? 0) - (before.get(`D#${b}`)?.length ?? 0),
        ),
      },
      sealed: new Map(
        voted.map(({ delegate, kept: text }) => [
          delegate,
          isSecret ? Buffer.from(text, "base64url") : Buffer.from(text),
        ]),
      ),
      published: (poll?.choices ?? clearOf(truth)).flatMap(({ choose, times }) =>
        Array<string>(times).fill(choose.join()),
      ),
      truth,
      traces,
      canaries: leaked.length,
    };
  } finally {
    await house.stop();
  }
}

/** A poll of one name each that everybody may vote in, published whole. */
function plainly(story: Story, secret: boolean): Story {
  const { yesNo: _yesNo, ...rule } = story.rule;
  const lot = (holder: string, sealing: number) => [
    story.lotOf(holder, sealing, Math.min(3, story.candidates.length)),
  ];
  return {
    ...story,
    rule: {
      ...rule,
      ...{ secret, voter: "delegate", quorum: null, publish: "figures", choose: { min: 1, max: 1 } },
    },
    candidates: story.candidates.slice(0, 3),
    hasVote: () => true,
    isVoided: false,
    copies: undefined,
    choiceOf: lot,
    paperOf: lot,
  };
}

const clearOf = (truth: ReadonlyMap<string, string>) =>
  Array.from(truth.values())
    .toSorted()
    .map((choose) => ({ choose: [choose], times: 1 }));

const asText = (item: RawItem) =>
  JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));
