// Small helpers for building elements. Nothing here parses HTML, except `serverHtml`.

const SVG = "http://www.w3.org/2000/svg";

/** Builds an element; `on…` keys are listeners, `data` is a dataset, the rest are attributes. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProperty(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function setProperty(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(element.dataset, value);
  else element.setAttribute(name, value === true ? "" : value);
}

/** An icon of the sprite in index.html; decorative, the label is on its button. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export function setIcon(button, name) {
  button.querySelector("use").setAttribute("href", `#i-${name}`);
}

/** The one place where text becomes markup: the server escapes it and allows a fixed set of tags. */
export function serverHtml(html) {
  const box = h("div", { class: "text", dir: "auto" });
  box.innerHTML = html;
  for (const link of box.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  for (const spoiler of box.querySelectorAll(".spoiler")) hideSpoiler(spoiler);
  return box;
}

function hideSpoiler(spoiler) {
  const reveal = () => {
    spoiler.classList.add("revealed");
    spoiler.removeAttribute("role");
  };
  spoiler.tabIndex = 0;
  spoiler.setAttribute("role", "button");
  spoiler.addEventListener("click", reveal);
  spoiler.addEventListener("keydown", (event) => event.key === "Enter" && reveal());
}

/** A round picture with initials; the hue depends on the key, so a person keeps the colour. */
export function avatar(name, key) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const initials = words.slice(0, 2).map((word) => [...word][0]).join("").toUpperCase();
  const circle = h("span", { class: "avatar", "aria-hidden": "true" }, initials || "•");
  circle.style.setProperty("--hue", hueOf(String(key)));
  return circle;
}

function hueOf(key) {
  let hash = 7;
  for (const char of key) hash = (hash * 31 + char.codePointAt(0)) % 99991;
  return (hash * 137.5) % 360; // the golden angle keeps neighbours apart
}

export function fileSize(bytes) {
  if (bytes === null || bytes === undefined) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Keeps what only this browser should remember; a browser that forbids it is not an error. */
export const memory = {
  get(key) {
    try {
      return localStorage.getItem(`zvonok.${key}`);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`zvonok.${key}`, value);
    } catch {
      // private mode: the choice lasts as long as the page
    }
  },
};
