// The list of messages of one chat: order, day lines, the unread line and the scroll position.
import { Bubble } from "./bubble.js";
import { h, icon } from "./dom.js";
import { t, words } from "./i18n.js";
import { dayNumber, dayText } from "./time.js";

const NEAR_BOTTOM_PX = 48;

export class MessageLog {
  /** `actions` are those of Bubble, and seen() when the newest message is on the screen. */
  constructor(actions) {
    this.actions = { ...actions, jump: (id) => this.jump(id), fileOf: (id) => this.#fileOf(id) };
    this.bubbles = new Map();
    this.pinned = true;
    this.lastTop = 0;
    this.unseen = 0;
    this.list = h("div", { class: "log-list" });
    this.empty = h("div", { class: "log-empty" });
    this.scroller = words(
      h("div", { class: "log", role: "log", "aria-live": "off", tabindex: "0" }, this.empty, this.list),
      { label: "messages" },
    );
    this.badge = h("span", { class: "badge", hidden: true });
    this.downButton = words(
      h("button", { type: "button", class: "round to-bottom", hidden: true, onclick: () => this.#skip() }, icon("down")),
      { label: "toBottom" },
    );
    this.downButton.append(this.badge);
    this.element = h("div", { class: "log-frame" }, this.downButton, this.scroller);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    const follow = new ResizeObserver(() => this.pinned && this.#stick());
    follow.observe(this.list);
    follow.observe(this.scroller);
  }

  /** Shows a whole chat. `fresh` puts the reader at the end; otherwise the place is kept. */
  replace(messages, { unread, fresh }) {
    this.scroller.setAttribute("aria-busy", "true");
    if (fresh) this.#clear();
    const ids = new Set(messages.map((msg) => msg.id));
    for (const id of this.bubbles.keys()) if (!ids.has(id)) this.remove(id);
    for (const msg of messages) this.#put(msg);
    this.#lines();
    if (fresh) this.#markUnread(messages, unread);
    if (fresh) this.toBottom();
    this.scroller.removeAttribute("aria-busy");
  }

  upsert(msg) {
    const isNew = !this.bubbles.has(msg.id);
    this.#put(msg, isNew);
    this.#lines();
    if (!isNew) return;
    if (msg.from === "person") this.toBottom();
    else this.#arrived();
  }

  remove(id) {
    const element = this.bubbles.get(id)?.element;
    const outer = element && this.#outer(element);
    element?.remove();
    if (outer?.matches(".album:empty")) outer.remove();
    this.bubbles.delete(id);
    this.#lines();
  }

  get newest() {
    return this.#ordered().at(-1)?.msg;
  }

  toBottom() {
    this.pinned = true;
    this.#stick();
    this.#seen();
  }

  /** The button that was pressed goes away, so the focus moves to the messages. */
  #skip() {
    this.toBottom();
    this.scroller.focus({ preventScroll: true });
  }

  jump(id) {
    const target = this.bubbles.get(id)?.element;
    if (!target) return;
    this.pinned = false;
    target.scrollIntoView({ block: "center" });
    target.classList.remove("flash");
    requestAnimationFrame(() => target.classList.add("flash"));
  }

  translate() {
    for (const bubble of this.bubbles.values()) bubble.translate();
    this.#lines();
  }

  /** What a quote shows of a message without words. */
  #fileOf(id) {
    const msg = this.bubbles.get(id)?.msg;
    if (msg?.photo) return t("photo");
    if (msg?.voice) return t("voice");
    return msg?.document?.name ?? t("message");
  }

  #clear() {
    this.bubbles.clear();
    this.list.replaceChildren();
    this.unseen = 0;
    this.unreadFrom = null;
  }

  #put(msg, animate = false) {
    let bubble = this.bubbles.get(msg.id);
    if (!bubble) {
      bubble = new Bubble(this.actions);
      this.bubbles.set(msg.id, bubble);
      bubble.element.classList.toggle("arriving", animate);
      bubble.show(msg);
      this.#place(bubble);
    } else bubble.show(msg);
  }

  /** Messages of an album stand together in one box. */
  #place({ msg, element }) {
    const known = msg.album && this.list.querySelector(`[data-album="${CSS.escape(msg.album)}"]`);
    if (known) return known.append(element);
    const mine = msg.from === "person" ? " mine" : "";
    const outer = msg.album ? h("div", { class: `album${mine}`, data: { album: msg.album, id: msg.id } }, element) : element;
    this.list.insertBefore(outer, this.#firstAfter(msg.id));
  }

  #outer(element) {
    return element.closest(".album") ?? element;
  }

  #firstAfter(id) {
    if (Number(this.list.lastElementChild?.dataset.id) < id) return null;
    const next = this.#ordered().find((bubble) => bubble.msg.id > id && bubble.element.isConnected);
    return next ? this.#outer(next.element) : null;
  }

  #ordered() {
    return [...this.bubbles.values()].filter((bubble) => bubble.msg).sort((a, b) => a.msg.id - b.msg.id);
  }

  #lines() {
    for (const line of this.list.querySelectorAll(".line")) line.remove();
    let day = null;
    for (const { msg, element } of this.#ordered()) {
      const outer = this.#outer(element);
      if (dayNumber(msg.date) !== day) outer.before(h("div", { class: "line day" }, dayText(msg.date)));
      if (msg.id === this.unreadFrom) outer.before(h("div", { class: "line unread-line" }, t("newMessages")));
      day = dayNumber(msg.date);
    }
    this.empty.hidden = this.bubbles.size > 0;
  }

  #markUnread(messages, unread) {
    const fromBot = messages.filter((msg) => msg.from === "bot");
    this.unreadFrom = unread ? (fromBot.at(-unread) ?? fromBot[0])?.id : null;
    this.#lines();
  }

  #arrived() {
    if (this.pinned) this.#seen();
    else this.unseen += 1;
    this.#showDownButton();
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    // A message that grew between our own scrolling and its event must not count as the reader leaving.
    const leaving = scrollTop < this.lastTop;
    this.lastTop = scrollTop;
    this.pinned = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX || (this.pinned && !leaving);
    if (this.pinned && this.unseen) this.#seen();
    this.#showDownButton();
  }

  #stick() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #seen() {
    this.unseen = 0;
    this.#showDownButton();
    this.actions.seen();
  }

  #showDownButton() {
    this.downButton.hidden = this.pinned;
    this.badge.hidden = !this.unseen;
    this.badge.textContent = this.unseen;
  }
}
