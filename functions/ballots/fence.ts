/** How long a process may go on with what it knows of a poll, how long a request may live, and some more. */
export const stateCache = 1_000;
export const longestRequest = 3_000;
const margin = 2_000;
/** A ballot's write and its second try, well within the longest life of a request. */
export const patience = { timeout: 800, attempts: 2 };
/**
 * Closing by hand is told this long ahead, so that every process knows before it holds: the word may take as long as a
 * request lives to be written, and what was read right before that is believed a while longer.
 */
export const closingLead = longestRequest + stateCache;

export const clock = () => new Date(Date.now()).toISOString();

/** Nobody who was let in before the end can still be on the way after this instant. */
export const fenceOf = (closesAt: string) =>
  new Date(Date.parse(closesAt) + stateCache + longestRequest + margin).toISOString();
