// The bot's own keyboard under the input; its buttons send their text.
import { h, icon } from "./dom.js";
import { words } from "./i18n.js";

export class ReplyKeyboard {
  constructor(press) {
    this.press = press;
    this.shownRows = "";
    this.element = words(h("div", { class: "reply-keyboard", role: "group", hidden: true }), { label: "replyKeyboard" });
    this.button = words(
      h("button", { type: "button", class: "plain", hidden: true, "aria-expanded": "false", onclick: () => this.#toggle() }, icon("keys")),
      { label: "replyKeyboard" },
    );
  }

  show(keyboard) {
    const rows = keyboard?.rows ?? [];
    const key = JSON.stringify(rows);
    if (key === this.shownRows) return;
    this.shownRows = key;
    this.button.hidden = rows.length === 0;
    this.element.replaceChildren(...rows.map((row) => this.#row(row)));
    this.#open(rows.length > 0);
  }

  #row(row) {
    return h("div", { class: "reply-row" }, row.map((text) => this.#key(text)));
  }

  #key(text) {
    return h("button", { type: "button", class: "reply-key", dir: "auto", title: text, onclick: () => this.press(text) }, text);
  }

  #toggle() {
    this.#open(this.element.hidden);
  }

  #open(open) {
    this.element.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
  }
}
