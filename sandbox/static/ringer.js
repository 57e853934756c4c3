// «Телефон звонит»: a push that is not the answer to what the person has just done.

const OWN_ACT_MS = 2500;
const RING_MS = 1800;

export class Ringer {
  constructor(face) {
    this.face = face;
    this.lastAct = -Infinity;
  }

  /** The person has pressed or written something: what comes right after it is an answer. */
  acted() {
    this.lastAct = performance.now();
  }

  push() {
    if (performance.now() - this.lastAct < OWN_ACT_MS) return;
    this.face.ring(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.face.ring(false), RING_MS);
    // A real phone may buzz, but browsers allow it only after a first touch.
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([120, 80, 120]);
  }
}
