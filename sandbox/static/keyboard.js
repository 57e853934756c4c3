// Inline keyboard of one message. Buttons are changed in place, so that focus and the spinner of a
// button under the finger survive an edit of the message.
import { h, icon } from "./dom.js";

const CORNER = { url: "link", web_app: "link", copy: "copy" };

export class InlineKeyboard {
  /** `press(row, col)` resolves when the bot has answered. */
  constructor(press) {
    this.press = press;
    this.element = h("div", { class: "inline-keyboard" });
  }

  show(rows) {
    this.element.hidden = rows.length === 0;
    while (this.element.children.length > rows.length) this.element.lastChild.remove();
    rows.forEach((buttons, row) => this.#showRow(row, buttons));
  }

  #showRow(row, buttons) {
    const line = this.element.children[row] ?? this.element.appendChild(h("div", { class: "inline-row" }));
    while (line.children.length > buttons.length) line.lastChild.remove();
    buttons.forEach((button, col) => {
      const element = line.children[col] ?? line.appendChild(this.#button(row, col));
      dress(element, button);
    });
  }

  #button(row, col) {
    const element = h("button", { type: "button" }, h("span", { class: "label", dir: "auto" }), h("span", { class: "spinner" }));
    element.addEventListener("click", () => this.#pressed(element, row, col));
    return element;
  }

  async #pressed(element, row, col) {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    try {
      await this.press(row, col);
    } finally {
      element.removeAttribute("aria-busy");
    }
  }
}

function dress(element, { text, kind, style }) {
  const label = element.querySelector(".label");
  if (label.textContent !== text) label.textContent = text;
  element.title = text;
  element.className = `inline-button ${style ?? ""}`;
  element.querySelector(".icon")?.remove();
  if (kind in CORNER) element.append(icon(CORNER[kind]));
}
