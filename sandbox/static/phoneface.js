// The body of a phone: the caption above it, the frame, the status line and the chat's header.
import { avatar, h, icon } from "./dom.js";
import { t, words } from "./i18n.js";
import { Menu } from "./menu.js";

const SLOTS = ["left", "right"];
const ACTIVITY = { connecting: "connecting", upload_photo: "uploadingPhoto", upload_document: "uploading", upload_voice: "uploading" };

export class PhoneFace {
  /** `actions`: pick(), useCode(), menu() → items. */
  constructor(number, actions) {
    this.number = number;
    this.actions = actions;
    this.live = h("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.caption = this.#buildCaption();
    this.statusTime = h("span", { class: "status-time" });
    this.screen = h("div", { class: "screen" }, this.#buildHeader());
    this.glass = h("div", { class: "glass" }, this.#buildStatusLine(), this.screen);
    const bell = h("div", { class: "ring-mark", "aria-hidden": "true" }, icon("bell"), words(h("span"), { text: "ringing" }));
    this.element = h(
      "section",
      { class: "phone", data: { testid: `phone-${SLOTS[number - 1] ?? number}` } },
      this.caption,
      h("div", { class: "frame" }, bell, this.glass),
      this.live,
    );
  }

  describe(person, bot) {
    this.person = person;
    this.bot = bot;
    this.personAvatar.replaceWith((this.personAvatar = avatar(person.name, person.id)));
    this.personName.textContent = person.name;
    this.hint.textContent = this.hint.title = person.hint;
    this.code.hidden = !person.start;
    this.code.textContent = person.start;
    this.botAvatar.replaceWith((this.botAvatar = avatar(bot.title, bot.username)));
    this.title.textContent = bot.title;
    this.#showUnread();
    this.translate();
  }

  translate() {
    if (!this.person) return;
    this.element.setAttribute("aria-label", t("phone", { number: this.number, name: this.person.name }));
    this.pickButton.setAttribute("aria-label", t("person", { name: this.person.name }));
    this.code.title = t("tryCode", { code: this.person.start });
    this.code.setAttribute("aria-label", this.code.title);
    this.showActivity(this.activity);
  }

  showActivity(action) {
    this.activity = action;
    const resting = this.bot ? `@${this.bot.username}` : "";
    this.subtitle.textContent = action ? t(ACTIVITY[action] ?? "typing") : resting;
    this.subtitle.classList.toggle("active", Boolean(action));
  }

  announce(text) {
    this.live.textContent = text;
  }

  ring(on) {
    this.element.classList.toggle("ringing", on);
  }

  #buildCaption() {
    this.personAvatar = h("span");
    this.personName = h("b");
    this.hint = h("p", { class: "hint" });
    this.code = h("button", { type: "button", class: "code", hidden: true, onclick: () => this.actions.useCode() });
    this.pickButton = h(
      "button",
      { type: "button", class: "pick", data: { testid: "pick" }, onclick: () => this.actions.pick() },
      this.personName,
      icon("chevron"),
    );
    return h("header", { class: "caption" }, this.personAvatar, h("div", { class: "caption-words" }, h("div", { class: "caption-name" }, this.pickButton, this.code), this.hint));
  }

  #buildStatusLine() {
    return h(
      "div",
      { class: "status-line", "aria-hidden": "true" },
      this.statusTime,
      h("span", { class: "island" }),
      h("span", { class: "status-signs" }, h("i", { class: "signal" }), h("i", { class: "battery" })),
    );
  }

  #buildHeader() {
    this.botAvatar = h("span");
    this.title = h("h2", { class: "title", data: { testid: "title" } });
    this.subtitle = h("p", { class: "subtitle", data: { testid: "subtitle" } });
    this.otherUnread = h("span", { class: "badge", hidden: true });
    const back = words(h("button", { type: "button", class: "plain", onclick: () => this.actions.pick() }, icon("back")), { label: "back" });
    back.append(this.otherUnread);
    const menu = new Menu(() => this.actions.menu());
    return h("header", { class: "chat-header" }, back, this.botAvatar, h("div", { class: "titles" }, this.title, this.subtitle), menu.element);
  }

  #showUnread() {
    const others = this.person.bots.filter((bot) => bot !== this.bot);
    const count = others.reduce((sum, bot) => sum + bot.unread, 0);
    this.otherUnread.hidden = !count;
    this.otherUnread.textContent = count;
  }
}
