const root = document.documentElement;

/** Light or dark, and the size of text: the choice stays on this device. */
class Look {
  theme = $state(localStorage.getItem("theme") ?? undefined);
  text = $state(localStorage.getItem("text") ?? "normal");

  constructor() {
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

  #show() {
    if (this.theme) root.dataset["theme"] = this.theme;
    root.dataset["text"] = this.text;
  }
}

export const look = new Look();
