import type { Described } from "./described.ts";

const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Hands a described table to whoever asked for it, as an Excel file made on this device. */
export async function take(described: Described) {
  const worker = new Worker(new URL("./writing.ts", import.meta.url), { type: "module" });
  try {
    const file = await new Promise<ArrayBuffer>((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => resolve(data));
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
      worker.postMessage(described);
    });
    save(file, `${described.file}.xlsx`);
  } finally {
    worker.terminate();
  }
}

function save(content: ArrayBuffer, name: string) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
