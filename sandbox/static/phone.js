// One phone: a person, one of their bots, and everything on the screen.
import { Chat, Refused } from "./api.js";
import { Composer } from "./composer.js";
import { avatar, h } from "./dom.js";
import { explain, t } from "./i18n.js";
import { MessageLog } from "./log.js";
import { acceptDrops, Overlays } from "./overlays.js";
import { PhoneFace } from "./phoneface.js";
import { Ringer } from "./ringer.js";

const TYPING_MS = 5500;
const SEEN_MS = 200;

export class Phone {
  /** `world`: person(id), pick(phone), close(phone), changed(), canClose(). */
  constructor(number, world) {
    this.world = world;
    this.loading = 0;
    this.missed = [];
    this.log = new MessageLog({
      press: (msg, row, col) => this.#press(msg, row, col),
      reply: (msg) => this.#reply(msg),
      options: (msg) => this.#messageOptions(msg),
      seen: () => this.seen(),
    });
    this.composer = new Composer({
      send: (text, replyTo) => this.#acted(() => this.chat.send(text, replyTo)),
      edit: (msg, text) => this.#acted(() => this.chat.edit(msg.id, text)),
      upload: (files, options) => this.#acted(() => this.chat.upload(files, options)),
      start: (payload) => this.#acted(() => this.chat.start(payload), true),
      unblock: () => this.#block(false),
      failed: (error) => this.failed(error),
    });
    this.face = new PhoneFace(number, {
      pick: () => world.pick(this),
      useCode: () => this.#useCode(),
      menu: () => this.#menuItems(),
    });
    this.face.screen.append(this.log.element, this.composer.element);
    this.overlays = new Overlays(this.face.screen);
    this.face.glass.append(...this.overlays.elements);
    this.ringer = new Ringer(this.face);
    this.element = this.face.element;
    acceptDrops(this.face.glass, this.overlays.drop, (files) => this.#dropped(files));
    this.log.scroller.addEventListener("keydown", (event) => event.key === "Escape" && this.composer.focus());
  }

  get person() {
    return this.world.person(this.chat.person);
  }

  get bot() {
    return this.person.bots.find((bot) => bot.username === this.chat.bot);
  }

  async open(person, bot) {
    this.chat = new Chat(person, bot);
    this.state = null;
    this.composer.reset();
    this.#typing(null);
    this.describe();
    await this.reload({ fresh: true });
  }

  /** Names, hints and unread marks, as the stage knows them now. */
  describe() {
    this.face.describe(this.person, this.bot);
    const { hint } = this.person;
    this.log.empty.replaceChildren(
      avatar(this.bot.title, this.bot.username),
      h("b", {}, this.bot.title),
      h("p", {}, hint || t("emptyChat")),
    );
  }

  /** Reads the whole chat anew; events that come meanwhile are applied after it. */
  async reload({ fresh = false } = {}) {
    const chat = this.chat;
    this.loading += 1;
    try {
      const state = await chat.load();
      if (chat !== this.chat) return;
      this.#showState(state, fresh || !this.state);
    } catch (error) {
      this.failed(error);
    } finally {
      this.loading -= 1;
      if (!this.loading) this.missed.splice(0).forEach((event) => this.handle(event));
    }
  }

  handle(event) {
    if (event.person !== this.chat?.person) return;
    if (!this.chat.is(event)) return this.#otherChat(event);
    if (this.loading) return void this.missed.push(event);
    const act = {
      message: () => this.#arrived(event.message),
      edit: () => this.log.upsert(event.message),
      delete: () => this.log.remove(event.message_id),
      keyboard: () => this.#update({ reply_keyboard: event.reply_keyboard }),
      typing: () => this.#typing(event.action),
      people: () => "blocked" in event && this.#update({ blocked: event.blocked }),
    }[event.type];
    act?.();
  }

  translate() {
    this.log.translate();
    this.composer.translate();
    this.face.translate();
    if (this.chat) this.describe();
  }

  /** An empty text means that the sandbox itself did not answer. */
  failed(error) {
    if (!(error instanceof Refused)) throw error;
    this.overlays.toast(error.message ? explain(error.message) : t("sandboxAway"));
  }

  #showState(state, fresh) {
    this.state = state;
    this.log.replace(state.messages, { unread: state.unread, fresh });
    this.#update({});
    const { newest } = this.log;
    if (newest?.force_reply && newest.from === "bot") this.composer.replyWith(newest);
  }

  #update(changes) {
    if (!this.state) return;
    Object.assign(this.state, changes);
    this.composer.show(this.state, { code: this.person.start });
  }

  #arrived(msg) {
    this.log.upsert(msg);
    if (!this.state?.started) this.#update({ started: true });
    if (msg.from === "person") return;
    this.#typing(null);
    this.face.announce(`${this.bot.title}: ${msg.text || t("photo")}`);
    if (msg.force_reply) this.composer.replyWith(msg);
    if (!msg.silent) this.ringer.push();
  }

  #otherChat({ type, bot, message }) {
    const other = this.person.bots.find(({ username }) => username === bot);
    if (type !== "message" || message.from !== "bot" || !other) return;
    this.overlays.banner(other.title, message.text || t("file"), () => this.world.open(this, this.chat.person, bot));
    if (!message.silent) this.ringer.push();
  }

  #typing(action) {
    clearTimeout(this.typingTimer);
    this.face.showActivity(action);
    if (action) this.typingTimer = setTimeout(() => this.face.showActivity(null), TYPING_MS);
  }

  async #press(msg, row, col) {
    const { kind, url, copy } = msg.keyboard[row][col];
    if (kind === "url") return void window.open(url, "_blank", "noopener");
    if (kind === "copy") return this.#copy(copy);
    this.ringer.acted();
    try {
      this.#showAnswer(await this.chat.press(msg.id, row, col));
    } catch (error) {
      this.failed(error);
    }
  }

  #showAnswer({ answered, text, alert, url }) {
    if (!answered) this.overlays.toast(t("botSilent"));
    if (text && alert) this.overlays.alert(text);
    else if (text) this.overlays.toast(text);
    if (url) window.open(url, "_blank", "noopener");
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.overlays.toast(t("copied"));
    } catch {
      // No clipboard without https or the person's leave: the text is shown, to be taken by hand.
      this.overlays.alert(text);
    }
  }

  #reply(msg) {
    if (!this.state?.started || this.state.blocked) return;
    this.composer.replyWith(msg);
    this.composer.focus();
  }

  #messageOptions(msg) {
    const remove = () => this.chat.remove(msg.id).catch((error) => this.failed(error));
    const items = [{ label: "reply", act: () => this.#reply(msg) }];
    const usable = this.state?.started && !this.state.blocked;
    if (usable && msg.from === "person" && !msg.voice) items.push({ label: "edit", act: () => this.composer.edit(msg) });
    return [...items, { label: "deleteMessage", danger: true, act: remove }];
  }

  #dropped(files) {
    if (this.state?.started && !this.state.blocked) this.composer.attachments.add(files);
  }

  async #acted(action, reload = false) {
    this.ringer.acted();
    await action();
    if (!reload) return;
    await this.reload();
    this.composer.focus();
  }

  #block = (blocked) => this.#acted(() => this.chat.block(blocked), true);

  #useCode() {
    if (this.state?.started) this.composer.insert(this.person.start);
    else this.#acted(() => this.chat.start(this.person.start), true).catch((error) => this.failed(error));
  }

  #menuItems() {
    const guarded = (action) => () => action().catch((error) => this.failed(error));
    const { started, blocked } = this.state ?? {};
    const items = [];
    if (started && !blocked) items.push({ label: "startAgain", act: guarded(() => this.#acted(() => this.chat.send("/start"))) });
    if (started && !blocked) items.push({ label: "block", danger: true, act: guarded(() => this.#block(true)) });
    if (blocked) items.push({ label: "unblock", act: guarded(() => this.#block(false)) });
    items.push({ label: "pickPerson", act: () => this.world.pick(this) });
    if (this.world.canClose()) items.push({ label: "closePhone", act: () => this.world.close(this) });
    return items;
  }

  /** The end of the chat is before the person's eyes. */
  seen() {
    clearTimeout(this.seenTimer);
    if (document.hidden || !this.chat || !this.element.checkVisibility()) return;
    this.seenTimer = setTimeout(() => this.chat.read().catch((error) => this.failed(error)), SEEN_MS);
  }
}
