/** What one page of this site tells the others on this device of what is typed in it. */
export type Told =
  | { key: string; put: Record<string, unknown>; drop: readonly string[] }
  | { key: string; sent: Record<string, unknown>; at: string };

export type Tabs = {
  tell: (told: Told) => void;
  /** Gives what ends the listening. */
  listen: (hear: (told: Told) => void) => () => void;
};

const channel =
  globalThis.document && "BroadcastChannel" in globalThis ? new BroadcastChannel("typed") : undefined;

/** The same site in other windows. A browser that cannot tell them keeps them apart, as two devices would be. */
export const tabs: Tabs = {
  tell(told) {
    channel?.postMessage(told);
  },
  listen(hear) {
    const heard = ({ data }: MessageEvent<Told>) => hear(data);
    channel?.addEventListener("message", heard);
    return () => channel?.removeEventListener("message", heard);
  },
};
