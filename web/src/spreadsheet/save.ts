/** Hands a file made here to whoever asked for it. */
export function save(content: ArrayBuffer, name: string) {
  const address = URL.createObjectURL(new Blob([content]));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
