// What lies over a phone's screen for a moment: toasts, the alert of a button, a banner of another chat.
import { avatar, h, icon } from "./dom.js";
import { t, words } from "./i18n.js";

const TOAST_MS = 3500;
const BANNER_MS = 6000;

export class Overlays {
  /** `screen` becomes inert while an alert is open. */
  constructor(screen) {
    this.screen = screen;
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.banners = h("div", { class: "banners", role: "status", "aria-live": "polite" });
    this.alertBox = h("div", { class: "alert-shade", hidden: true });
    this.drop = h("div", { class: "drop", hidden: true }, icon("attach"), words(h("span"), { text: "drop" }));
    this.elements = [this.toasts, this.banners, this.alertBox, this.drop];
  }

  toast(text) {
    const note = h("p", { class: "toast", dir: "auto" }, text);
    this.toasts.replaceChildren(note);
    setTimeout(() => note.remove(), TOAST_MS);
  }

  /** A modal alert; focus returns to where it was. */
  alert(text) {
    const before = document.activeElement;
    const close = () => {
      this.alertBox.hidden = true;
      this.screen.inert = false;
      before?.focus?.({ preventScroll: true });
    };
    const button = h("button", { type: "button", class: "wide", onclick: close, data: { testid: "alert-ok" } }, t("alertOk"));
    const box = h("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": text }, h("p", { dir: "auto" }, text), button);
    box.addEventListener("keydown", (event) => event.key === "Escape" && close());
    this.alertBox.replaceChildren(box);
    this.alertBox.hidden = false;
    this.screen.inert = true;
    button.focus();
  }

  banner(title, text, open) {
    const note = h(
      "button",
      { type: "button", class: "banner", onclick: () => (note.remove(), open()) },
      avatar(title, title),
      h("span", {}, h("b", {}, title), h("span", { dir: "auto" }, text)),
    );
    this.banners.replaceChildren(note);
    setTimeout(() => note.remove(), BANNER_MS);
  }
}

/** Files dragged over `target` are handed to `dropped`. */
export function acceptDrops(target, hintElement, dropped) {
  const carriesFiles = (event) => [...event.dataTransfer.types].includes("Files");
  target.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    hintElement.hidden = false;
  });
  target.addEventListener("dragleave", (event) => {
    if (!target.contains(event.relatedTarget)) hintElement.hidden = true;
  });
  target.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    hintElement.hidden = true;
    dropped([...event.dataTransfer.files]);
  });
}
