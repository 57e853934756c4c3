// The list of people: whose phone is it, and which of their bots is open.
import { avatar, h, icon } from "./dom.js";
import { t } from "./i18n.js";

const SEARCH_FROM = 8;

/** Opens the list; `choose(person, bot)` is called once if something was chosen. */
export function pickPerson(people, current, choose) {
  const dialog = h("dialog", { class: "picker", "aria-label": t("pickPerson"), onclose: () => dialog.remove() });
  const list = h("div", { class: "people" });
  const search = h("input", { type: "search", class: "search", placeholder: t("search"), "aria-label": t("search"), hidden: people.length < SEARCH_FROM });
  const take = (person, bot) => {
    dialog.close();
    choose(person, bot);
  };
  const show = () => list.replaceChildren(...rows(people, search.value, current, take));
  search.addEventListener("input", show);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  const close = h("button", { type: "button", class: "plain", "aria-label": t("close"), onclick: () => dialog.close() }, icon("close"));
  dialog.append(h("header", {}, h("h2", {}, t("pickPerson")), close), search, list);
  show();
  document.body.append(dialog);
  dialog.showModal();
  list.querySelector("[aria-current]")?.focus();
}

function rows(people, wanted, current, take) {
  const found = people.filter((person) => matches(person, wanted));
  if (!found.length) return [h("p", { class: "note" }, t("nobody"))];
  return found.map((person) => personRow(person, current, take));
}

function matches({ name, hint, bots }, wanted) {
  const text = [name, hint, ...bots.map((bot) => bot.title)].join(" ").toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function personRow(person, current, take) {
  return h(
    "section",
    { class: "person" },
    avatar(person.name, person.id),
    h("div", { class: "person-words" }, h("b", {}, person.name), person.hint ? h("p", {}, person.hint) : null, botButtons(person, current, take)),
  );
}

function botButtons(person, current, take) {
  const buttons = person.bots.map((bot) => {
    const open = current?.person === person.id && current?.bot === bot.username;
    return h(
      "button",
      { type: "button", class: "bot-button", "aria-current": open ? "true" : null, "aria-label": `${person.name}: ${bot.title}`, onclick: () => take(person.id, bot.username) },
      bot.title,
      bot.unread ? h("span", { class: "badge", "aria-label": t("unread", { count: bot.unread }) }, String(bot.unread)) : null,
    );
  });
  return h("div", { class: "bot-buttons" }, buttons);
}
