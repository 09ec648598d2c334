/** A range with two handles: two native sliders over one another, so that keys and screen readers work as ever. */
import type { DayRange as Range } from "../page/days.ts";
import { make } from "../page/dom.ts";
import { day } from "../page/words.ts";
import { addDays, daysBetween } from "./days.ts";

export interface Slider {
  root: HTMLElement;
  set(range: Range): void;
}

/** `moved` is called while a handle moves, `chosen` when it is let go. */
export function slider(first: string, last: string, moved: (range: Range) => void, chosen: (range: Range) => void): Slider {
  const span = String(daysBetween(first, last));
  const handle = (label: string): HTMLInputElement => make("input", { type: "range", min: "0", max: span, step: "1", "aria-label": label });
  const [low, high] = [handle("First day"), handle("Last day")];
  const range = (): Range => ({ from: addDays(first, low.valueAsNumber), to: addDays(first, high.valueAsNumber) });
  const say = (): void => {
    low.setAttribute("aria-valuetext", day(range().from));
    high.setAttribute("aria-valuetext", day(range().to));
    // Where both handles are at the right end the lower one must stay within reach.
    low.classList.toggle("above", low.valueAsNumber > Number(span) / 2);
  };
  const bound = (event: Event): void => {
    if (event.target === low) low.valueAsNumber = Math.min(low.valueAsNumber, high.valueAsNumber);
    else high.valueAsNumber = Math.max(low.valueAsNumber, high.valueAsNumber);
    say();
    moved(range());
  };
  for (const one of [low, high]) {
    one.addEventListener("input", bound);
    one.addEventListener("change", () => { chosen(range()); });
  }
  const set = ({ from, to }: Range): void => {
    low.valueAsNumber = daysBetween(first, from);
    high.valueAsNumber = daysBetween(first, to);
    say();
  };
  return { root: make("div", { class: "slider", role: "group", "aria-label": "Days shown" }, low, high), set };
}
