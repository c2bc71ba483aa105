type Slip = { council: string; person: string; slip: string };

const mark = "#slip.";

/** Where a slip leads: what follows the `#` never leaves the device in an address, so it stands in nobody's log. */
export const slipAddress = ({ council, person, slip }: Slip) =>
  `${location.origin}/${mark}${[council, person, slip].join(".")}`;

function slipIn(hash: string): Slip | undefined {
  if (!hash.startsWith(mark)) return undefined;
  const [council = "", person = "", slip = ""] = hash.slice(mark.length).split(".");
  return council && person && slip ? { council, person, slip } : undefined;
}

/** The slip whose address was opened here, until it is used or put away. */
class HeldSlip {
  now = $state.raw<Slip>();

  constructor() {
    this.#take();
    addEventListener("hashchange", () => this.#take());
  }

  /** Kept in this page alone: neither the address nor its history goes on telling it. */
  #take() {
    const found = slipIn(location.hash);
    if (!found) return;
    this.now = found;
    history.replaceState(null, "", location.pathname);
  }

  drop() {
    this.now = undefined;
  }
}

export const heldSlip = new HeldSlip();
