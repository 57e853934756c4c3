// The bottom of a chat that cannot be written to yet: «Запустить», or «Разблокировать».
import { h } from "./dom.js";
import { t, words } from "./i18n.js";

export class StartPanel {
  constructor({ start, unblock, failed }) {
    this.guarded = (action) => action().catch(failed);
    this.start = start;
    this.payload = words(h("input", { class: "payload", autocomplete: "off", spellcheck: "false", maxlength: "64", data: { testid: "payload" } }), {
      label: "payload",
      placeholder: "payload",
    });
    this.startButton = words(h("button", { type: "submit", class: "wide", data: { testid: "start" } }), { text: "start" });
    this.tryButton = h("button", { type: "button", class: "link", onclick: () => this.#begin(this.code) });
    this.startForm = h("form", { class: "start-form", onsubmit: (event) => this.#submitted(event) }, this.tryButton, this.payload, this.startButton);
    this.unblockButton = words(h("button", { type: "button", class: "wide", onclick: () => this.guarded(unblock) }), { text: "unblock" });
    this.unblockNote = words(h("p", { class: "note" }), { text: "blocked" });
    this.blockedBox = h("div", { class: "start-form" }, this.unblockNote, this.unblockButton);
    this.element = h("div", { class: "start-panel" }, this.startForm, this.blockedBox);
  }

  show({ blocked, started, code }) {
    this.code = code;
    this.blockedBox.hidden = !blocked;
    this.startForm.hidden = blocked || started;
    this.element.hidden = started && !blocked;
    this.tryButton.hidden = !code;
    this.translate();
  }

  translate() {
    this.tryButton.textContent = t("startWith", { code: this.code ?? "" });
  }

  #submitted(event) {
    event.preventDefault();
    this.#begin(this.payload.value.trim());
  }

  #begin(payload) {
    this.payload.value = "";
    this.guarded(() => this.start(payload));
  }
}
