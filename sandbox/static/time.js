// The stage's clock: runs in the browser from the last value that the server told.
import { currentLanguage, t } from "./i18n.js";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let skewMs = 0;
let offsetMinutes = -new Date().getTimezoneOffset();

/** `iso` carries the school's offset from UTC; all times on the page are shown in it. */
export function setStageClock(iso) {
  skewMs = Date.parse(iso) - Date.now();
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  if (zone) offsetMinutes = Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3]));
  else if (iso.endsWith("Z")) offsetMinutes = 0;
}

export const stageNow = () => new Date(Date.now() + skewMs);

/** Bot API dates are Unix seconds; the stage's are ISO texts. */
const moment = (value) => new Date(typeof value === "number" ? value * 1000 : value);

const local = (value) => new Date(moment(value).getTime() + offsetMinutes * MINUTE_MS);

function format(value, options) {
  return new Intl.DateTimeFormat(currentLanguage(), { ...options, timeZone: "UTC" }).format(local(value));
}

export const timeText = (value) => format(value, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const fullText = (value) =>
  format(value, { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const clockDay = (value) => format(value, { weekday: "short", day: "numeric", month: "long" });

export const dayNumber = (value) => Math.floor(local(value).getTime() / DAY_MS);

export function dayText(value) {
  const ago = dayNumber(stageNow()) - dayNumber(value);
  if (ago === 0) return t("today");
  if (ago === 1) return t("yesterday");
  return format(value, { day: "numeric", month: "long" });
}
