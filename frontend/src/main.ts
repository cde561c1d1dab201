import { mount } from "svelte";
import App from "./App.svelte";
import { saveOnClosing } from "./lib/closing";
import { openDoor } from "./lib/door/door";
import { watchFields } from "./lib/keys/editing";
import { notices } from "./lib/notices.svelte";
import { watchPress } from "./lib/press";
import { preparePrinting } from "./lib/printing";
import { router } from "./lib/route/router.svelte";
import { answers } from "./lib/saving/answers.svelte";
import { wear } from "./lib/session/look.svelte";
import "./styles/main.scss";

wear("system"); // until the preference is known
openDoor();
router.start();
router.onLeave(() => {
  notices.left();
  void answers.flush();
});
saveOnClosing();
watchFields();
watchPress();
preparePrinting();

// A file that is dropped beside a field would take the place of the window.
for (const event of ["dragover", "drop"] as const) addEventListener(event, (e) => e.preventDefault());

const target = document.getElementById("app");
if (target) mount(App, { target });
