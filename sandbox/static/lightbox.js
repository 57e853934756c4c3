// A photo over the whole page.
import { h, icon } from "./dom.js";
import { t } from "./i18n.js";

export function showPhoto(url) {
  const dialog = h(
    "dialog",
    { class: "lightbox", "aria-label": t("photo"), onclick: () => dialog.close(), onclose: () => dialog.remove() },
    h("img", { src: url, alt: t("photo") }),
    h("button", { type: "button", class: "round", "aria-label": t("close") }, icon("close")),
  );
  document.body.append(dialog);
  dialog.showModal();
}
