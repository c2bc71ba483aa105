import { format } from "node:util";

/** Everything this process says while it listens; nothing of it reaches the screen. */
export function listening() {
  const lines: string[] = [];
  const errors: unknown[] = [];
  const { log, error } = console;
  console.log = (...words: unknown[]) => void lines.push(format(...words));
  console.error = (...words: unknown[]) => {
    errors.push(words[0]);
    lines.push(format(...words));
  };
  return {
    lines,
    errors,
    stop: () => {
      console.log = log;
      console.error = error;
    },
  };
}
