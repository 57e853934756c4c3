// Light, dark, or as the system says.
import { memory, setIcon } from "./dom.js";
import { t } from "./i18n.js";

const MODES = ["auto", "light", "dark"];
const ICONS = { auto: "auto", light: "sun", dark: "moon" };
const NAMES = { auto: "themeAuto", light: "themeLight", dark: "themeDark" };

export function startTheme(button) {
  let mode = memory.get("theme");
  if (!MODES.includes(mode)) mode = "auto";
  const show = () => {
    document.documentElement.dataset.theme = mode;
    setIcon(button, ICONS[mode]);
    button.title = t("switchTheme", { mode: t(NAMES[mode]) });
    button.setAttribute("aria-label", button.title);
  };
  button.addEventListener("click", () => {
    mode = MODES[(MODES.indexOf(mode) + 1) % MODES.length];
    memory.set("theme", mode);
    show();
  });
  document.addEventListener("zvonok:language", show);
  show();
}
