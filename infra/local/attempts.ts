/** As many wrong passwords in a row are free; after them each costs twice the wait of the one before. */
const free = 5;
const longest = 15 * 60;

/** Counts wrong passwords by name, whether the name exists or not, so that nobody can try many. */
export function countAttempts() {
  const wrong = new Map<string, { times: number; until: number }>();
  return {
    isHeld: (name: string) => (wrong.get(name)?.until ?? 0) > Date.now(),
    failed(name: string) {
      const times = (wrong.get(name)?.times ?? 0) + 1;
      const wait = times < free ? 0 : Math.min(2 ** (times - free), longest);
      // A flood of made-up names must not fill the memory.
      if (wrong.size > 10_000) wrong.clear();
      wrong.set(name, { times, until: Date.now() + wait * 1000 });
    },
    passed: (name: string) => wrong.delete(name),
  };
}
