// The page: the stage, its phones, the stream of events, and what the address remembers.
import { listen, loadStage } from "./api.js";
import { ClockBar } from "./clockbar.js";
import { switchLanguage, t, translate, words } from "./i18n.js";
import { Phone } from "./phone.js";
import { pickPerson } from "./picker.js";
import { Tabs } from "./tabs.js";
import { startTheme } from "./theme.js";

const byId = (id) => document.getElementById(id);
const row = byId("phones");

class Page {
  constructor() {
    this.phones = [];
    this.nextNumber = 1;
    this.tabs = new Tabs(byId("tabs"), (phone) => this.#bringForward(phone));
    this.clock = new ClockBar({
      ticked: (time) => this.phones.forEach((phone) => (phone.face.statusTime.textContent = time)),
      failed: () => this.phones[0]?.overlays.toast(t("clockFailed")),
    });
    this.world = {
      person: (id) => this.stage.people.find((person) => person.id === id),
      pick: (phone) => pickPerson(this.stage.people, phone.chat, (person, bot) => this.#show(phone, person, bot)),
      open: (phone, person, bot) => this.#show(phone, person, bot),
      close: (phone) => this.#close(phone),
      canClose: () => this.phones.length > 1,
    };
  }

  /** Called on every (re)connection: the stage and all chats are read anew. */
  async refresh() {
    try {
      await this.#readStage();
    } catch {
      return; // the stream of events is cut as well, and its return calls this again
    }
    byId("waiting")?.remove();
    if (!this.phones.length) return this.#openFromAddress();
    for (const phone of this.phones) {
      phone.face.showActivity(null);
      phone.reload();
    }
  }

  handle(event) {
    if (!this.stage) return;
    if (event.type === "commands") return this.phones.filter(({ chat }) => chat.bot === event.bot).forEach((phone) => phone.reload());
    if (["people", "clock", "read", "message"].includes(event.type)) this.#readStageSoon();
    for (const phone of this.phones) {
      phone.handle(event);
      if (event.type === "message" && event.message.from === "bot") this.tabs.mark(phone, event);
    }
  }

  add() {
    pickPerson(this.stage.people, null, (person, bot) => {
      this.#show(this.#newPhone(), person, bot).composer.focus();
    });
  }

  translate() {
    translate(document);
    this.clock.tick();
    this.phones.forEach((phone) => phone.translate());
    this.tabs.show(this.phones);
  }

  async #readStage() {
    this.stage = await loadStage();
    byId("stage-title").textContent = this.stage.title;
    this.clock.show(this.stage.clock);
    this.#describe();
  }

  #readStageSoon() {
    clearTimeout(this.stageTimer);
    this.stageTimer = setTimeout(() => this.#readStage().catch(() => {}), 150);
  }

  #describe() {
    this.phones.forEach((phone) => phone.describe());
    this.tabs.show(this.phones);
    const unread = this.stage.people.flatMap((person) => person.bots).reduce((sum, bot) => sum + bot.unread, 0);
    document.title = unread ? `(${unread}) ${this.stage.title}` : this.stage.title;
  }

  #openFromAddress() {
    const { left, right } = this.stage;
    const wanted = [...location.hash.matchAll(/(\d+)@(\w+)/g)].map(([, person, bot]) => ({ person: Number(person), bot }));
    const places = (wanted.length ? wanted : [left, right]).filter((place) => this.#exists(place));
    const [first] = this.stage.people;
    if (!places.length && first) places.push({ person: first.id, bot: first.bots[0].username });
    for (const { person, bot } of places) this.#show(this.#newPhone(), person, bot);
  }

  #exists(place) {
    const person = place && this.world.person(place.person);
    return Boolean(person?.bots.some((bot) => bot.username === place.bot));
  }

  #newPhone() {
    const phone = new Phone(this.nextNumber, this.world);
    this.nextNumber += 1;
    this.phones.push(phone);
    row.append(phone.element);
    return phone;
  }

  #show(phone, person, bot) {
    phone.open(person, bot);
    this.clock.tick();
    this.tabs.show(this.phones);
    this.#remember();
    return phone;
  }

  #close(phone) {
    this.phones = this.phones.filter((other) => other !== phone);
    phone.element.remove();
    this.tabs.show(this.phones);
    this.#remember();
  }

  #bringForward(phone) {
    for (const other of this.phones) other.element.classList.toggle("in-front", other === phone);
    if (phone?.log.pinned) phone.log.toBottom();
  }

  #remember() {
    history.replaceState(null, "", `#${this.phones.map(({ chat }) => `${chat.person}@${chat.bot}`).join("+")}`);
  }
}

const page = new Page();
startTheme(byId("theme"));
words(byId("language"), { text: "language" });
byId("language").addEventListener("click", switchLanguage);
byId("add-phone").addEventListener("click", () => page.stage && page.add());
document.addEventListener("zvonok:language", () => page.translate());
document.addEventListener("visibilitychange", () => page.phones.forEach((phone) => phone.log.pinned && phone.seen()));
translate(document);
listen({
  onOpen: () => page.refresh(),
  onEvent: (event) => page.handle(event),
  onLost: () => page.phones.forEach((phone) => phone.face.showActivity("connecting")),
});
