/** Whether somebody is looking for a place, and what opens that: a button, Ctrl or ⌘ with K, a slash. */
class Finder {
  isOpen = $state(false);
  #from: Element | null = null;

  open() {
    this.#from = document.activeElement;
    this.isOpen = true;
  }

  close() {
    this.isOpen = false;
    if (this.#from instanceof HTMLElement && this.#from.isConnected)
      this.#from.focus({ preventScroll: true });
  }

  listen(): () => void {
    const keyed = (event: KeyboardEvent) => {
      const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
      const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
      if (!isChord && !isSlash) return;
      event.preventDefault();
      if (!this.isOpen && !document.querySelector("dialog[open]")) this.open();
    };
    addEventListener("keydown", keyed);
    return () => removeEventListener("keydown", keyed);
  }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export const finder = new Finder();
