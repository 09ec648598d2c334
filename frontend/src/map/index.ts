/** The island "map". */
import type { Map as Chart } from "maplibre-gl";

import { coloursOf, onThemeChange } from "../page/colours.ts";
import { dataOf, read } from "../page/data.ts";
import { mayLieWithin, onShowDays } from "../page/days.ts";
import { type Handle, shelf } from "../page/parts.ts";
import type { Holding, Incidents } from "../records.ts";
import { chartIn } from "./chart.ts";
import { follow } from "./closer.ts";
import { frame } from "./frame.ts";
import { Outlines } from "./outlines.ts";
import { popups } from "./popup.ts";
import { style } from "./style.ts";
import { View } from "./view.ts";

async function fetched(element: HTMLElement): Promise<[Incidents, Holding[], string | undefined]> {
  const { control, day } = element.dataset;
  const holdings = control === undefined ? Promise.resolve([]) : read<Holding[]>(control);
  return [await dataOf<Incidents>(element), await holdings, day];
}

function loaded(chart: Chart): Promise<void> {
  return new Promise((resolve) => { void chart.once("load", () => { resolve(); }); });
}

function recolour(chart: Chart, element: HTMLElement, view: View): void {
  chart.setStyle(style(coloursOf(element), element.dataset["tiles"]), { diff: false });
  void chart.once("style.load", () => { view.paint(); });
}

async function mount(element: HTMLElement): Promise<Handle> {
  const parts = frame();
  const plain = [...element.childNodes];
  const asked = fetched(element);
  const outlines = Outlines.open();
  element.replaceChildren(parts.root);
  try {
    const chart = chartIn(parts.canvas, element.dataset["tiles"]);
    const [, ground] = await Promise.all([loaded(chart), outlines, asked]);
    const view = new View(chart, parts, ground);
    popups(chart, view);
    follow(chart, () => (view.coarse ? element.dataset["src"] : undefined), (incidents) => { view.closer(incidents); });
    onThemeChange(() => { recolour(chart, element, view); });
    const [incidents, holdings, on] = await asked;
    onShowDays((range) => {
      const features = incidents.features.filter(({ properties: { from, to } }) => mayLieWithin(from, to, range));
      void view.take({ ...incidents, features }, holdings, on, false);
    });
    await view.take(incidents, holdings, on, true);
    return { update: async () => { await view.take(...await fetched(element), false); } };
  } catch (error) {
    element.replaceChildren(...plain);
    throw error;
  }
}

shelf().mounts["map"] = mount;
