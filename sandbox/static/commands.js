// The menu of slash commands: a button beside the input, and a list that filters while "/…" is typed.
import { h, icon } from "./dom.js";
import { words } from "./i18n.js";

let listNumber = 0;

export class CommandMenu {
  /** `pointed(id)` tells which option is active, or null, for aria-activedescendant of the input. */
  constructor(choose, pointed) {
    this.choose = choose;
    this.pointed = pointed;
    this.all = [];
    this.active = 0;
    const id = `commands-${(listNumber += 1)}`;
    this.element = words(h("ul", { class: "commands", role: "listbox", id, hidden: true }), { label: "commands" });
    this.button = words(
      h("button", { type: "button", class: "plain", hidden: true, "aria-expanded": "false", "aria-controls": id, onclick: () => this.#toggle() }, icon("slash")),
      { label: "commands" },
    );
    this.button.addEventListener("keydown", (event) => this.handles(event));
  }

  show(commands) {
    this.all = commands;
    this.button.hidden = commands.length === 0;
    if (!this.element.hidden) this.close();
  }

  filter(text) {
    const typed = /^\/(\w*)$/.exec(text)?.[1].toLowerCase();
    if (typed === undefined) this.close();
    else this.#open(this.all.filter(({ command }) => command.startsWith(typed)));
  }

  close() {
    this.element.hidden = true;
    this.pointed(null);
    this.button.setAttribute("aria-expanded", "false");
  }

  /** True when the key belonged to the open menu. */
  handles(event) {
    if (this.element.hidden) return false;
    const act = {
      ArrowDown: () => this.#activate(this.active + 1),
      ArrowUp: () => this.#activate(this.active - 1),
      Enter: () => this.#chosen(this.shown[this.active].command),
      Tab: () => this.#chosen(this.shown[this.active].command),
      Escape: () => this.close(),
    }[event.key];
    if (!act || (event.key === "Tab" && event.shiftKey)) return false;
    event.preventDefault();
    act();
    return true;
  }

  #toggle() {
    if (this.element.hidden) this.#open(this.all);
    else this.close();
  }

  #open(commands) {
    if (!commands.length) return this.close();
    this.shown = commands;
    this.element.replaceChildren(...commands.map((command) => this.#row(command)));
    this.element.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.#activate(0);
  }

  #row({ command, description }) {
    return h(
      "li",
      { role: "option", id: `${this.element.id}-${command}`, onclick: () => this.#chosen(command) },
      h("b", {}, `/${command}`),
      h("span", { dir: "auto" }, description),
    );
  }

  #activate(position) {
    const rows = [...this.element.children];
    this.active = (position + rows.length) % rows.length;
    rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === this.active)));
    rows[this.active].scrollIntoView({ block: "nearest" });
    this.pointed(rows[this.active].id);
  }

  #chosen(command) {
    this.close();
    this.choose(command);
  }
}
