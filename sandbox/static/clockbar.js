// The bar's clock and the buttons that move it.
import { loadStage, moveClock } from "./api.js";
import { h } from "./dom.js";
import { clockDay, setStageClock, stageNow, timeText } from "./time.js";

export class ClockBar {
  constructor({ ticked, failed }) {
    this.ticked = ticked;
    this.failed = failed;
    this.element = document.getElementById("clock");
    this.face = document.getElementById("clock-face");
    this.day = document.getElementById("clock-day");
    this.controls = document.getElementById("clock-controls");
    setInterval(() => this.tick(), 1000);
  }

  show(clock) {
    this.element.hidden = !clock;
    if (!clock) return;
    setStageClock(clock.now);
    this.#showControls(clock.controls);
    this.tick();
  }

  tick() {
    const now = stageNow();
    this.face.textContent = timeText(now);
    this.face.dateTime = now.toISOString();
    this.day.textContent = clockDay(now);
    this.ticked(timeText(now));
  }

  #showControls(controls) {
    const key = JSON.stringify(controls);
    if (key === this.shown) return;
    this.shown = key;
    this.controls.replaceChildren(...controls.map((control) => this.#button(control)));
  }

  #button({ id, label }) {
    return h("button", { type: "button", class: "chip", onclick: (event) => this.#move(id, event.currentTarget) }, label);
  }

  async #move(id, button) {
    button.setAttribute("aria-busy", "true");
    try {
      await moveClock(id);
      this.show((await loadStage()).clock);
    } catch (error) {
      this.failed(error);
    } finally {
      button.removeAttribute("aria-busy");
    }
  }
}
