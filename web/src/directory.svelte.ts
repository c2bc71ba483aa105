/** Whom to call, and how units are called: what a refusal needs to know, also before anybody is signed in. */
class Directory {
  contact = $state<string>();
  units = $state.raw<ReadonlyMap<string, string>>(new Map());
}

export const directory = new Directory();
