/** Hatchings, drawn rather than fetched: the area itself is what is known, not a spot in it. */

const SIDE = 12;
/** Pixels of the drawing for one of the page, so that lines stay sharp on dense screens. */
export const RATIO = 2;

/** A tile of diagonal lines of `colour`, which joins on all sides. */
export function hatch(colour: string, thickness = 1.6): ImageData {
  const side = SIDE * RATIO;
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser cannot draw");
  pen.strokeStyle = colour;
  pen.lineWidth = thickness * RATIO;
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift - side * 0.5, side * 1.5);
    pen.lineTo(shift + side * 1.5, -side * 0.5);
  }
  pen.stroke();
  return pen.getImageData(0, 0, side, side);
}

export type Status = "held" | "claimed" | "contested";

/** A square for who holds a place: full where it is held, empty where it is only claimed, halved where contested. */
export function square(colour: string, paper: string, status: Status): ImageData {
  const side = SIDE * RATIO;
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser cannot draw");
  const edge = 1.5 * RATIO;
  pen.fillStyle = paper;
  pen.fillRect(0, 0, side, side);
  pen.fillStyle = colour;
  pen.fillRect(edge / 2, edge / 2, side - edge, side - edge);
  pen.fillStyle = paper;
  if (status === "claimed") pen.fillRect(edge * 2, edge * 2, side - edge * 4, side - edge * 4);
  if (status === "contested") halve(pen, side - edge * 2, edge);
  return pen.getImageData(0, 0, side, side);
}

function halve(pen: OffscreenCanvasRenderingContext2D, side: number, edge: number): void {
  pen.beginPath();
  pen.moveTo(edge, edge + side);
  pen.lineTo(edge + side, edge + side);
  pen.lineTo(edge + side, edge);
  pen.fill();
}
