/** Right after what stands now has been drawn; gives what calls it off. A hidden page draws nothing and waits a moment. */
export function afterPicture(work: () => void): () => void {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (document.hidden) timer = setTimeout(work);
  else
    frame = requestAnimationFrame(() => {
      timer = setTimeout(work);
    });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
