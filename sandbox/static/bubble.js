// One message: a bubble and its inline keyboard. A later edit changes only the parts that differ.
import { fileSize, h, icon, serverHtml } from "./dom.js";
import { t } from "./i18n.js";
import { InlineKeyboard } from "./keyboard.js";
import { showPhoto } from "./lightbox.js";
import { Menu } from "./menu.js";
import { fullText, timeText } from "./time.js";

const PARTS = [
  ["quote", (msg) => msg.reply_to, quoteView],
  ["photo", (msg) => msg.photo, photoView],
  ["document", (msg) => msg.document, documentView],
  ["voice", (msg) => msg.voice, voiceView],
  ["text", (msg) => msg.html || null, serverHtml],
  ["reaction", (msg) => msg.reaction || null, (sign) => h("span", { class: "reaction" }, sign)],
  ["meta", (msg) => [msg.date, Boolean(msg.edited), msg.from], metaView],
];

export class Bubble {
  /**
   * `actions`: press(msg, row, col) → answer shown; reply(msg); options(msg) → items of its menu;
   * jump(messageId); fileOf(messageId) → words.
   */
  constructor(actions) {
    this.actions = actions;
    this.keys = new Map();
    this.slots = new Map(PARTS.map(([name]) => [name, h("span", { hidden: true })]));
    this.keyboard = new InlineKeyboard((row, col) => actions.press(this.msg, row, col));
    this.replyButton = h(
      "button",
      { type: "button", class: "reply-button", onclick: () => actions.reply(this.msg) },
      icon("reply"),
    );
    this.menu = new Menu(() => actions.options(this.msg), "messageOptions");
    this.menu.button.classList.add("message-menu");
    const tools = h("div", { class: "message-tools" }, this.replyButton, this.menu.element);
    this.bubble = h("div", { class: "bubble" }, ...this.slots.values());
    this.element = h(
      "article",
      { class: "message", ondblclick: () => actions.reply(this.msg) },
      h("div", { class: "bubble-row" }, this.bubble, tools),
      this.keyboard.element,
    );
  }

  show(msg) {
    this.msg = msg;
    this.element.dataset.id = msg.id;
    this.element.classList.toggle("mine", msg.from === "person");
    this.element.classList.toggle("has-photo", Boolean(msg.photo));
    for (const [name, select, view] of PARTS) this.#showPart(name, select(msg), view);
    this.keyboard.show(msg.keyboard ?? []);
    this.element.classList.toggle("has-keyboard", Boolean(msg.keyboard?.length));
    this.replyButton.setAttribute("aria-label", t("reply"));
    this.replyButton.title = t("reply");
  }

  /** After a change of language: the times and labels are words of the page. */
  translate() {
    this.keys.clear();
    this.show(this.msg);
  }

  #showPart(name, value, view) {
    const key = JSON.stringify(value ?? null);
    if (this.keys.get(name) === key) return;
    const part = value ? view(value, this.actions) : h("span", { hidden: true });
    this.keys.set(name, key);
    this.slots.get(name).replaceWith(part);
    this.slots.set(name, part);
  }
}

function quoteView(quoted, actions) {
  const text = quoted.text || actions.fileOf(quoted.id);
  return h(
    "button",
    { type: "button", class: "quote", "aria-label": `${t("replyTo")}: ${text}`, onclick: () => actions.jump(quoted.id) },
    h("span", { dir: "auto" }, text),
  );
}

function photoView(photo) {
  const { url, width, height } = photo;
  const image = h("img", { src: url, width, height, alt: t("photo"), loading: "eager", decoding: "async" });
  return h("button", { type: "button", class: "photo", "aria-label": t("photo"), onclick: () => showPhoto(url) }, image);
}

function documentView({ url, name, size }) {
  const kind = /\.([\p{L}\d]{1,4})$/u.exec(name)?.[1] ?? "";
  return h(
    "a",
    { class: "document", href: url, download: name, "aria-label": `${t("download")}: ${name}, ${fileSize(size)}` },
    h("span", { class: "document-kind", "aria-hidden": "true" }, kind || icon("file")),
    h("span", { class: "document-name" }, h("b", {}, name), h("small", {}, fileSize(size))),
    icon("down"),
  );
}

function voiceView({ url }) {
  return h("audio", { controls: true, preload: "metadata", src: url, "aria-label": t("voice") });
}

function metaView([date, edited, from]) {
  return h(
    "span",
    { class: "meta" },
    edited ? h("span", {}, t("edited")) : null,
    h("time", { title: fullText(date) }, timeText(date)),
    from === "person" ? icon("check") : null,
  );
}
