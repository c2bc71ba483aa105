/**
 * Whether this browser can seal an envelope and keep it to itself: a secure address and the cryptography of the
 * browser. Asked before anything else, because nobody should choose first and learn then that it cannot be sent.
 */
export const isAble = () =>
  window.isSecureContext &&
  typeof window.crypto?.subtle?.deriveBits === "function" &&
  typeof window.fetch === "function" &&
  typeof AbortController === "function";
