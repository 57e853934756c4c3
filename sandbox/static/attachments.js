// Files chosen, pasted or dropped, before they are sent.
import { fileSize, h, icon } from "./dom.js";
import { t, words } from "./i18n.js";

export class Attachments {
  constructor(changed) {
    this.changed = changed;
    this.files = [];
    this.picker = h("input", { type: "file", multiple: true, hidden: true, data: { testid: "files" }, onchange: () => this.#picked() });
    this.button = words(
      h("button", { type: "button", class: "plain", onclick: () => this.picker.click() }, icon("attach")),
      { label: "attach" },
    );
    this.list = h("ul", { class: "file-list" });
    this.asPhoto = h("input", { type: "checkbox", checked: true });
    this.choice = h("label", { class: "as-photo" }, this.asPhoto, words(h("span"), { text: "asPhoto" }));
    this.element = h("div", { class: "attachments", hidden: true }, this.list, this.choice, this.picker);
  }

  get isEmpty() {
    return this.files.length === 0;
  }

  get #allImages() {
    return this.files.every((file) => /^image\/(png|jpeg|webp)$/.test(file.type));
  }

  get as() {
    return this.#allImages && this.asPhoto.checked ? "photo" : "document";
  }

  add(files) {
    this.files = [...this.files, ...files];
    this.#show();
  }

  clear() {
    if (this.isEmpty) return;
    this.files = [];
    this.asPhoto.checked = true;
    this.#show();
  }

  translate() {
    this.#showList();
  }

  #picked() {
    this.add(this.picker.files);
    this.picker.value = "";
  }

  #remove(file) {
    this.files = this.files.filter((other) => other !== file);
    this.#show();
  }

  #show() {
    this.#showList();
    this.changed();
  }

  #showList() {
    this.element.hidden = this.isEmpty;
    this.choice.hidden = !this.#allImages;
    for (const image of this.list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    this.list.replaceChildren(...this.files.map((file) => this.#row(file)));
  }

  #row(file) {
    const remove = h(
      "button",
      { type: "button", class: "plain", "aria-label": t("removeFile", { name: file.name }), onclick: () => this.#remove(file) },
      icon("close"),
    );
    return h("li", {}, thumbnail(file), h("span", { class: "file-name" }, file.name), h("small", {}, fileSize(file.size)), remove);
  }
}

function thumbnail(file) {
  if (!file.type.startsWith("image/")) return icon("file");
  return h("img", { src: URL.createObjectURL(file), alt: "" });
}
