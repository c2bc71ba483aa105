import fc from "fast-check";
import { expect, test } from "vitest";
import { faultIn, type Link, link } from "#lib/chain.ts";
import { digestOf } from "#lib/digest.ts";

const versions = fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 8 });
const thingOf = (version: number) => ({ book: "kieu", version });

/** The history of a thing that was each of these in turn. */
function historyOf(all: readonly number[]): Link[] {
  const links: Link[] = [];
  for (const version of all)
    links.push(
      link(links.at(-1), {
        at: `t${version}`,
        by: `p${version}`,
        did: "edit",
        digest: digestOf(thingOf(version)),
      }),
    );
  return links;
}
const faultOf = (links: Link[], all: readonly number[]) => faultIn(links, thingOf(all.at(-1) ?? 0));

test("a history as it was written holds: each link continues the one before it", () => {
  fc.assert(
    fc.property(versions, (all) => {
      const links = historyOf(all);
      expect(links.map(({ no }) => no)).toEqual(all.map((_, at) => at + 1));
      expect(links.map(({ was }) => was)).toEqual(["", ...links.slice(0, -1).map(({ h }) => h)]);
      expect(faultOf(links, all)).toBeUndefined();
    }),
  );
});

const withPlace = versions.chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length - 1)));

test("a changed link is found, whatever of it was changed", () => {
  const fields = fc.constantFrom<keyof Link>("no", "at", "by", "did", "was", "digest", "h");
  fc.assert(
    fc.property(withPlace, fields, ([all, at], field) => {
      const links = historyOf(all);
      const changed = links[at] as Link;
      const forged = { ...changed, [field]: field === "no" ? changed.no + 1 : `${changed[field]}x` };
      expect(faultOf(links.with(at, forged), all)).toEqual(expect.any(String));
    }),
  );
});

test("a link forged with a digest of its own is found by the one after it, or by the thing", () => {
  fc.assert(
    fc.property(withPlace, ([all, at]) => {
      const links = historyOf(all);
      const forged = link(links[at - 1], { at: "t", by: "somebody", did: "edit", digest: digestOf("other") });
      expect(faultOf(links.with(at, forged), all)).toEqual(expect.any(String));
    }),
  );
});

test("a link that was taken out is found", () => {
  fc.assert(
    fc.property(withPlace, ([all, at]) => {
      expect(faultOf(historyOf(all).toSpliced(at, 1), all)).toEqual(expect.any(String));
    }),
  );
});

test("a link that was put in is found", () => {
  fc.assert(
    fc.property(withPlace, ([all, at]) => {
      const links = historyOf(all);
      const added = link(links[at - 1], { at: "t", by: "somebody", did: "edit", digest: digestOf("other") });
      expect(faultOf(links.toSpliced(at, 0, added), all)).toEqual(expect.any(String));
      expect(faultOf(links.toSpliced(at, 0, links[at] as Link), all)).toEqual(expect.any(String));
      expect(faultOf([...links, link(links.at(-1), { ...added })], all)).toEqual(expect.any(String));
    }),
  );
});

test("two links that changed places are found", () => {
  const two = fc
    .uniqueArray(fc.nat(), { minLength: 2, maxLength: 8 })
    .chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length - 2), fc.nat(all.length - 2)));
  fc.assert(
    fc.property(two, ([all, one, step]) => {
      const other = one + 1 + (step % (all.length - one - 1));
      const links = historyOf(all);
      const swapped = links.with(one, links[other] as Link).with(other, links[one] as Link);
      expect(faultOf(swapped, all)).toEqual(expect.any(String));
    }),
  );
});

test("a thing changed outside its history is found, and one without any", () => {
  const links = historyOf([1, 2]);
  expect(faultIn(links, thingOf(3))).toBe("the thing was changed outside its history");
  expect(faultIn(links, { ...thingOf(2), more: true })).toBe("the thing was changed outside its history");
  expect(faultIn([], thingOf(2))).toBe("no history");
});

test("a digest is of what is said, not of how it is laid out", () => {
  expect(digestOf({ a: 1, b: [1, 2] })).toBe(digestOf(JSON.parse('{ "b": [1, 2.0], "a": 1e0 }')));
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  expect(digestOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  expect(() => digestOf(undefined)).toThrow();
});
