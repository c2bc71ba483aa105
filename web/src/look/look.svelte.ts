const root = document.documentElement;

/** Where the rail would take the room the page needs. */
const narrow = matchMedia("(max-width: 80rem)");

/** Light or dark, the size of text, and how wide the rail is: the choice stays on this device. */
class Look {
  theme = $state(localStorage.getItem("theme") ?? undefined);
  text = $state(localStorage.getItem("text") ?? "normal");

  #rail = $state(localStorage.getItem("rail") ?? undefined);
  #isNarrow = $state(narrow.matches);
  readonly isFolded = $derived((this.#rail ?? (this.#isNarrow ? "folded" : "open")) === "folded");

  constructor() {
    narrow.addEventListener("change", ({ matches }) => {
      this.#isNarrow = matches;
      this.#show();
    });
    this.#show();
  }

  get isDark(): boolean {
    return (this.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  }

  turnTheme() {
    this.theme = this.isDark ? "light" : "dark";
    localStorage.setItem("theme", this.theme);
    this.#show();
  }

  turnText() {
    this.text = this.text === "large" ? "normal" : "large";
    localStorage.setItem("text", this.text);
    this.#show();
  }

  turnRail() {
    this.#rail = this.isFolded ? "open" : "folded";
    localStorage.setItem("rail", this.#rail);
    this.#show();
  }

  #show() {
    root.dataset["rail"] = this.isFolded ? "folded" : "open";
    if (this.theme) {
      root.dataset["theme"] = this.theme;
      // The browser's own bar goes with the page, whatever the device prefers.
      const ground = getComputedStyle(root).getPropertyValue("--paper").trim();
      for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
        meta.setAttribute("content", ground);
    }
    root.dataset["text"] = this.text;
  }
}

export const look = new Look();
