// What a person writes: text, commands, files, replies, reply keyboard. When there is nothing to
// write to (not started, blocked) the place is taken by one button.
import { Attachments } from "./attachments.js";
import { CommandMenu } from "./commands.js";
import { h, icon } from "./dom.js";
import { t, words } from "./i18n.js";
import { ReplyKeyboard } from "./replykeyboard.js";
import { StartPanel } from "./startpanel.js";

export class Composer {
  /** `actions`: send(text, replyTo), edit(msg, text), upload(files, options), start(payload), unblock(), failed(error). */
  constructor(actions) {
    this.actions = actions;
    this.replyTo = null;
    this.editing = null;
    this.commands = new CommandMenu((command) => this.#chosen(command), (option) => this.#pointAt(option));
    this.attachments = new Attachments(() => this.#filesChanged());
    this.keyboard = new ReplyKeyboard((text) => this.#submitText(text));
    this.startPanel = new StartPanel(actions);
    this.input = this.#buildInput();
    this.form = this.#buildForm();
    this.element = h(
      "div",
      { class: "composer" },
      this.commands.element,
      this.#buildReplyBar(),
      this.attachments.element,
      this.form,
      this.keyboard.element,
      this.startPanel.element,
    );
    this.#grow();
  }

  show({ commands, reply_keyboard: keyboard, blocked, started }, { code }) {
    const usable = started && !blocked;
    this.form.hidden = !usable;
    if (!usable) this.replyWith(null);
    this.startPanel.show({ blocked, started, code });
    this.commands.show(commands ?? []);
    this.keyboard.show(usable ? keyboard : null);
    this.placeholder = keyboard?.placeholder ?? null;
    this.#showPlaceholder();
  }

  reset() {
    this.input.value = "";
    this.attachments.clear();
    this.replyWith(null);
    this.#grow();
  }

  /** Replying to `msg`; a bot that asks for a reply (force_reply) comes here too. */
  replyWith(msg) {
    if (this.editing) this.input.value = "";
    this.editing = null;
    this.replyTo = msg;
    this.#showBar(msg, "replyTo");
  }

  /** Changing the words of an own message. */
  edit(msg) {
    this.attachments.clear();
    this.replyWith(null);
    this.editing = msg;
    this.#showBar(msg, "editing");
    this.insert(msg.text);
  }

  #showBar(msg, title) {
    this.replyBar.hidden = !msg;
    words(this.replyTitle, { text: title });
    this.replyText.textContent = msg ? msg.text || msg.document?.name || t(msg.photo ? "photo" : "message") : "";
    this.#showPlaceholder();
  }

  insert(text) {
    this.input.value = text;
    this.#grow();
    this.focus();
  }

  focus() {
    const target = this.form.hidden ? this.startPanel.element.querySelector("button.wide") : this.input;
    target?.focus({ preventScroll: true });
  }

  translate() {
    this.#showPlaceholder();
    this.startPanel.translate();
    this.attachments.translate();
  }

  #buildInput() {
    return words(
      h("textarea", {
        rows: "1",
        class: "input",
        dir: "auto",
        autocomplete: "off",
        "aria-autocomplete": "list",
        data: { testid: "input" },
        oninput: () => this.#typed(),
        onkeydown: (event) => this.#keyPressed(event),
        onpaste: (event) => this.#pasted(event),
      }),
      { label: "message" },
    );
  }

  #buildForm() {
    const send = words(h("button", { type: "submit", class: "send", data: { testid: "send" } }, icon("send")), { label: "send" });
    const row = h("div", { class: "input-row" }, this.commands.button, this.attachments.button, this.input, this.keyboard.button, send);
    return h("form", { class: "composer-form", onsubmit: (event) => this.#submitted(event) }, row);
  }

  #buildReplyBar() {
    this.replyText = h("span", { class: "reply-text", dir: "auto" });
    const dismiss = words(
      h("button", { type: "button", class: "plain", onclick: () => this.#dismissReply() }, icon("close")),
      { label: "dismissReply" },
    );
    this.replyTitle = words(h("b"), { text: "replyTo" });
    const body = h("span", { class: "reply-body" }, this.replyTitle, this.replyText);
    this.replyBar = h("div", { class: "reply-bar", hidden: true }, icon("reply"), body, dismiss);
    return this.replyBar;
  }

  #dismissReply() {
    this.replyWith(null);
    this.focus();
  }

  /** A chosen command replaces the "/…" being typed. */
  #chosen(command) {
    if (this.input.value.startsWith("/")) this.input.value = "";
    this.#submitText(`/${command}`);
    this.focus();
  }

  #pointAt(option) {
    if (option) this.input.setAttribute("aria-activedescendant", option);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #typed() {
    this.#grow();
    this.commands.filter(this.input.value);
  }

  #keyPressed(event) {
    if (event.isComposing || this.commands.handles(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.form.requestSubmit();
    }
    if (event.key === "Escape") this.#escape();
  }

  #escape() {
    if (!this.attachments.isEmpty) this.attachments.clear();
    else this.replyWith(null);
  }

  #pasted(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.attachments.add(files);
  }

  async #submitted(event) {
    event.preventDefault();
    if (this.editing) return this.#submitEdit(this.editing, this.input.value);
    if (this.attachments.isEmpty) return this.#submitText(this.input.value);
    const caption = this.input.value.trim();
    const { files, as } = this.attachments;
    const replyTo = this.replyTo?.id;
    this.reset();
    const sent = await this.#attempt(() => this.actions.upload(files, { caption, as, replyTo }));
    if (!sent) this.#giveBack(caption, files);
  }

  async #submitText(text) {
    if (!text.trim()) return;
    const reply = this.replyTo;
    const typed = this.input.value === text;
    if (typed) this.input.value = "";
    this.commands.close();
    this.replyWith(null);
    this.#grow();
    const sent = await this.#attempt(() => this.actions.send(text, reply?.id));
    if (!sent && typed) this.#giveBack(text, []);
    if (!sent) this.replyWith(reply);
  }

  async #submitEdit(msg, text) {
    if (!text.trim() && !msg.photo && !msg.document) return;
    this.replyWith(null);
    this.#grow();
    if (await this.#attempt(() => this.actions.edit(msg, text))) return;
    this.edit(msg);
    this.insert(text);
  }

  async #attempt(action) {
    try {
      await action();
      return true;
    } catch (error) {
      this.actions.failed(error);
      return false;
    }
  }

  /** What was typed is not lost to an error, unless something newer stands in its place. */
  #giveBack(text, files) {
    if (!this.input.value) this.input.value = text;
    if (files.length) this.attachments.add(files);
    this.#grow();
  }

  #filesChanged() {
    this.#showPlaceholder();
    this.input.focus({ preventScroll: true });
  }

  #showPlaceholder() {
    const asked = this.replyTo?.force_reply ? this.replyTo.placeholder : null;
    const own = this.attachments.isEmpty ? t("message") : t("caption");
    this.input.placeholder = asked || this.placeholder || own;
  }

  #grow() {
    this.input.style.height = "auto";
    if (this.input.scrollHeight) this.input.style.height = `${this.input.scrollHeight}px`;
  }
}
