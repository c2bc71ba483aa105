/** Of tabs that reach beyond the edge, the one that is open is brought to the middle; the page stays where it is. */
export function showCurrent(tabs: HTMLElement) {
  const current = tabs.querySelector('[aria-current="page"]');
  if (!current) return;
  const [all, one] = [tabs.getBoundingClientRect(), current.getBoundingClientRect()];
  tabs.scrollLeft += one.left - all.left - (all.width - one.width) / 2;
}
