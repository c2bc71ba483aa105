import { Progress, Snapshot } from "#domain/closing.ts";
import { get, inCluster, put } from "./route.ts";

export const closing = {
  readClosing: get("/years/{yearNo}/closing", { may: "council/read", gives: Progress }),
  /** Begins, goes on, or tells that it is done; asked again until the state is `closed`. */
  closeYear: put("/years/{yearNo}/closing", { may: "council/run", gives: Progress }),
  readSnapshot: get(`${inCluster}/snapshot`, { may: "cluster/read", gives: Snapshot }),
};
