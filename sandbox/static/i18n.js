// The page's own words. What bots say comes from the bots.
import { memory } from "./dom.js";

const WORDS = {
  ru: {
    addPhone: "Ещё один телефон",
    alertOk: "Понятно",
    asPhoto: "Отправить как фото",
    attach: "Прикрепить файлы",
    back: "К списку чатов",
    block: "Заблокировать бота",
    blocked: "Бот заблокирован и не может вам писать",
    bot: "бот",
    botSilent: "Бот не ответил на нажатие",
    buttonGone: "Этой кнопки уже нет",
    caption: "Подпись",
    chatClosed: "Чат закрыт: бот заблокирован или аккаунт удалён",
    clock: "Часы демонстрации",
    clockFailed: "Часы не передвинулись",
    close: "Закрыть",
    closePhone: "Убрать телефон",
    commands: "Команды бота",
    connecting: "Соединение…",
    copied: "Скопировано",
    deleteMessage: "Удалить",
    dismissReply: "Отменить",
    document: "Документ {name}",
    download: "Скачать",
    drop: "Отпустите, чтобы прикрепить",
    edit: "Изменить",
    edited: "изм.",
    editing: "Изменение сообщения",
    emptyChat: "Здесь пока нет сообщений",
    file: "Файл",
    hint: "Попробуйте",
    language: "EN",
    message: "Сообщение",
    messageOptions: "Действия с сообщением",
    messages: "Сообщения",
    newMessages: "Новые сообщения",
    nobody: "Никого не нашлось",
    notOwn: "Изменить можно только своё сообщение",
    notPicture: "Это не картинка: отправьте её как файл",
    options: "Ещё",
    payload: "Код из ссылки-приглашения",
    payloadWrong: "В ссылке бывает до 64 знаков: A–Z a–z 0–9 _ -",
    person: "Чей телефон: {name}. Сменить",
    phone: "Телефон {number}: {name}",
    phones: "Телефоны",
    photo: "Фотография",
    photoTooBig: "Фото бывает до 10 МБ",
    pickPerson: "Чей это телефон?",
    removeFile: "Убрать {name}",
    reply: "Ответить",
    replyKeyboard: "Кнопки вместо клавиатуры",
    replyTo: "Ответ на сообщение",
    ringing: "Телефон звонит",
    sandboxAway: "Песочница не отвечает. Попробуйте ещё раз",
    search: "Имя, роль или подсказка",
    send: "Отправить",
    start: "Запустить",
    startAgain: "Отправить /start",
    startWith: "Открыть по приглашению {code}",
    switchLanguage: "Switch to English",
    switchTheme: "Оформление: {mode}",
    themeAuto: "как в системе",
    themeDark: "тёмное",
    themeLight: "светлое",
    toBottom: "К последним сообщениям",
    today: "Сегодня",
    tryCode: "Вставить код {code}",
    typing: "печатает…",
    unblock: "Разблокировать",
    unread: "Непрочитанных: {count}",
    uploading: "отправляет файл…",
    uploadingPhoto: "отправляет фото…",
    voice: "Голосовое сообщение",
    yesterday: "Вчера",
  },
  en: {
    addPhone: "One more phone",
    alertOk: "OK",
    asPhoto: "Send as a photo",
    attach: "Attach files",
    back: "To the list of chats",
    block: "Block the bot",
    blocked: "The bot is blocked and cannot write to you",
    bot: "bot",
    botSilent: "The bot did not answer the button",
    buttonGone: "This button is not there any more",
    caption: "Caption",
    chatClosed: "The chat is closed: the bot is blocked or the account is gone",
    clock: "Clock of the demonstration",
    clockFailed: "The clock did not move",
    close: "Close",
    closePhone: "Remove this phone",
    commands: "Commands of the bot",
    connecting: "Connecting…",
    copied: "Copied",
    deleteMessage: "Delete",
    dismissReply: "Cancel",
    document: "Document {name}",
    download: "Download",
    drop: "Drop to attach",
    edit: "Edit",
    edited: "edited",
    editing: "Editing the message",
    emptyChat: "No messages here yet",
    file: "File",
    hint: "Try",
    language: "RU",
    message: "Message",
    messageOptions: "Actions with the message",
    messages: "Messages",
    newMessages: "New messages",
    nobody: "Nobody found",
    notOwn: "Only an own message can be edited",
    notPicture: "This is not a picture: send it as a file",
    options: "More",
    payload: "Code from the invitation link",
    payloadWrong: "A link carries at most 64 of A–Z a–z 0–9 _ -",
    person: "Whose phone: {name}. Change",
    phone: "Phone {number}: {name}",
    phones: "Phones",
    photo: "Photo",
    photoTooBig: "A photo is at most 10 MB",
    pickPerson: "Whose phone is it?",
    removeFile: "Remove {name}",
    reply: "Reply",
    replyKeyboard: "Buttons instead of a keyboard",
    replyTo: "Reply to a message",
    ringing: "The phone is ringing",
    sandboxAway: "The sandbox does not answer. Please try again",
    search: "Name, role or hint",
    send: "Send",
    start: "Start",
    startAgain: "Send /start",
    startWith: "Open with invitation {code}",
    switchLanguage: "Переключить на русский",
    switchTheme: "Appearance: {mode}",
    themeAuto: "as in the system",
    themeDark: "dark",
    themeLight: "light",
    toBottom: "To the latest messages",
    today: "Today",
    tryCode: "Insert the code {code}",
    typing: "typing…",
    unblock: "Unblock",
    unread: "Unread: {count}",
    uploading: "sending a file…",
    uploadingPhoto: "sending a photo…",
    voice: "Voice message",
    yesterday: "Yesterday",
  },
};

let language = memory.get("language") ?? (navigator.language.startsWith("ru") ? "ru" : "en");
if (!(language in WORDS)) language = "ru";

export const currentLanguage = () => language;

export function t(key, facts = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => facts[name]);
}

const EXPLAINED = {
  "only an own message can be edited": "notOwn",
  "this button is not there any more": "buttonGone",
  "a deep link carries at most 64 of A-Z a-z 0-9 _ -": "payloadWrong",
  "a photo is at most 10 MB": "photoTooBig",
  "this is not a picture: send it as a file": "notPicture",
  "the chat is closed: the bot is blocked or the account is gone": "chatClosed",
};

/** What the sandbox refused, in the page's language; a sentence unknown here is shown as it is. */
export function explain(sentence) {
  return sentence in EXPLAINED ? t(EXPLAINED[sentence]) : sentence;
}

/** Marks an element so that `translate` fills it now and after every change of language. */
export function words(element, { text, label, placeholder }) {
  if (text) element.dataset.t = text;
  if (label) element.dataset.tLabel = label;
  if (placeholder) element.dataset.tPlaceholder = placeholder;
  fill(element);
  return element;
}

export function translate(root) {
  for (const element of root.querySelectorAll("[data-t], [data-t-label], [data-t-placeholder]")) fill(element);
}

function fill(element) {
  const { t: text, tLabel, tPlaceholder } = element.dataset;
  if (text) element.textContent = t(text);
  if (tPlaceholder) element.placeholder = t(tPlaceholder);
  if (tLabel) {
    element.setAttribute("aria-label", t(tLabel));
    if (element.matches("button, a")) element.title = t(tLabel);
  }
}

export function switchLanguage() {
  language = language === "ru" ? "en" : "ru";
  memory.set("language", language);
  document.documentElement.lang = language;
  document.dispatchEvent(new Event("zvonok:language"));
}

document.documentElement.lang = language;
