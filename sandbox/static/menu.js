// A "⋮" menu, of a phone or of a message: a button and a list that arrows and Escape work in.
import { h, icon } from "./dom.js";
import { t, words } from "./i18n.js";

export class Menu {
  /** `items()` gives [{label, act, danger?}] each time the menu opens; `label` names the button. */
  constructor(items, label = "options") {
    this.items = items;
    this.button = words(
      h("button", { type: "button", class: "plain", "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => this.#toggle() }, icon("more")),
      { label },
    );
    this.list = h("div", { class: "menu", role: "menu", hidden: true, onkeydown: (event) => this.#key(event) });
    this.element = h("div", { class: "menu-box", onfocusout: (event) => this.#left(event) }, this.button, this.list);
  }

  #toggle() {
    if (!this.list.hidden) return this.#close();
    this.list.replaceChildren(...this.items().map((item) => this.#item(item)));
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.list.firstChild.focus();
  }

  #item({ label, act, danger }) {
    const choose = () => {
      this.#close();
      act();
    };
    return h("button", { type: "button", role: "menuitem", class: danger ? "danger" : null, onclick: choose }, t(label));
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") this.#close();
    if (!step) return;
    event.preventDefault();
    const items = [...this.list.children];
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  }

  #left(event) {
    if (!this.element.contains(event.relatedTarget)) this.#close(false);
  }

  #close(keepFocus = true) {
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    if (keepFocus) this.button.focus();
  }
}
