// On a narrow screen one phone is in front; tabs switch between them.
import { h } from "./dom.js";

export class Tabs {
  constructor(element, bringForward) {
    this.element = element;
    this.bringForward = bringForward;
    this.front = null;
    this.unseen = new Map();
    element.addEventListener("keydown", (event) => this.#key(event));
  }

  show(phones) {
    this.phones = phones.filter((phone) => phone.chat);
    if (!this.phones.includes(this.front)) this.#choose(this.phones[0] ?? null);
    else this.#draw();
  }

  /** Something came to a phone that is not in front. */
  mark(phone, event) {
    if (phone === this.front || event.person !== phone.chat?.person) return;
    this.unseen.set(phone, (this.unseen.get(phone) ?? 0) + 1);
    this.#draw();
  }

  #choose(phone) {
    this.front = phone;
    this.unseen.delete(phone);
    this.#draw();
    this.bringForward(phone);
  }

  #draw() {
    const hadFocus = this.element.contains(document.activeElement);
    this.element.replaceChildren(...this.phones.map((phone) => this.#tab(phone)));
    if (hadFocus) this.element.querySelector("[aria-selected=true]")?.focus();
  }

  #tab(phone) {
    const selected = phone === this.front;
    const unseen = this.unseen.get(phone);
    return h(
      "button",
      { type: "button", role: "tab", "aria-selected": String(selected), tabindex: selected ? "0" : "-1", onclick: () => this.#choose(phone) },
      h("span", {}, phone.person.name),
      unseen ? h("span", { class: "badge" }, String(unseen)) : null,
    );
  }

  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const { length } = this.phones;
    this.#choose(this.phones[(this.phones.indexOf(this.front) + step + length) % length]);
  }
}
