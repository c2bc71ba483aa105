import "./look.css";
import { checkAwards } from "./check.ts";
import { seekIn } from "./seek.ts";

/* Pages for everybody are finished without this: it filters lists and asks the register. */
seekIn(document);
checkAwards(document);
