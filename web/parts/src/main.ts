import { mount } from "svelte";
import { language } from "../../src/language.svelte.ts";
import "../../src/look/tokens.css";
import "../../src/look/parts.css";
import "../../src/look/look.svelte.ts";
import Specimen from "./Specimen.svelte";

const target = document.getElementById("parts");
if (!target) throw new Error("The page has no place for its parts.");

await language.ready;
mount(Specimen, { target });
