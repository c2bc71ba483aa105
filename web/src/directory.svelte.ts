/** Whom to call, and how units and people are called: what a refusal needs to know, also before anybody is signed in. */
class Directory {
  contact = $state<string>();
  people = $state.raw<ReadonlyMap<string, string>>(new Map());
  units = $state.raw<ReadonlyMap<string, string>>(new Map());
}

export const directory = new Directory();
