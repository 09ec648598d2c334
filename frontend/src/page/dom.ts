/** Elements made in one expression. Text is always set as text: nothing that a report says is read as HTML. */

type Child = Node | string;

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A drawing of `viewBox` size, hidden from screen readers: what it shows is always said in words beside it. */
export function drawing(width: number, height: number, ...shapes: [string, Record<string, string>][]): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const size = { width: String(width), height: String(height), viewBox: `0 0 ${String(width)} ${String(height)}` };
  for (const [name, value] of Object.entries({ ...size, "aria-hidden": "true" })) svg.setAttribute(name, value);
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    svg.append(shape);
  }
  return svg;
}
