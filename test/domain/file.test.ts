import { expect, test } from "vitest";
import * as z from "zod/mini";
import { expectSound, type File, looked, mostBytes, PackedFile } from "#domain/file.ts";
import { jpeg, pdf } from "../files.ts";
import { refusal } from "./given.ts";

const ends = (bytes: Buffer, size = bytes.length) => ({
  first: bytes.subarray(0, looked),
  last: bytes.subarray(-looked),
  size,
});
const webp = Buffer.concat([Buffer.from("RIFF\u0024\u0000\u0000\u0000WEBPVP8 "), Buffer.alloc(28)]);

test("a photograph, a picture and a document are what they say from the first byte to the last", () => {
  expectSound(ends(jpeg()), "image/jpeg");
  expectSound(ends(webp), "image/webp");
  expectSound(ends(pdf), "application/pdf");
  expectSound(ends(Buffer.concat([pdf, Buffer.from("\r\n\0\0")])), "application/pdf");
});

test("ten megabytes are the most, to the byte", () => {
  expectSound(ends(jpeg(), mostBytes), "image/jpeg");
  expect(() => expectSound(ends(jpeg(), mostBytes + 1), "image/jpeg")).toThrow(
    refusal("evidence/too-large", { most: mostBytes }),
  );
});

test("nothing is a file of no bytes", () => {
  for (const type of ["image/jpeg", "image/webp", "application/pdf"] as const)
    expect(() => expectSound(ends(Buffer.alloc(0)), type)).toThrow(
      refusal("evidence/not-that-kind", { type }),
    );
});

test("a file is kept in a line of a hundred bytes and read back whole", () => {
  const file: File = {
    file: "0".repeat(32),
    line: "1.1",
    type: "image/jpeg",
    size: 412_000,
    by: "ha-giang",
    at: "2026-12-10T01:00:00.000Z",
    since: 1,
  };
  const kept = z.encode(PackedFile, file);
  expect(kept.length).toBeLessThan(110);
  expect(z.decode(PackedFile, kept)).toEqual(file);
  const left = { ...file, until: 2, title: "Báo cáo năm" };
  expect(z.decode(PackedFile, z.encode(PackedFile, left))).toEqual(left);
});
