import { mount } from "svelte";
import "../../src/look/tokens.css";
import "./screen.css";
import { placeIn } from "./hall.ts";
import Screen from "./Screen.svelte";

const target = document.getElementById("screen");
if (!target) throw new Error("The shell has no place for the screen.");

// Another conference in the address is another screen.
addEventListener("hashchange", () => location.reload());
mount(Screen, { target, props: { place: placeIn(location.hash) } });
