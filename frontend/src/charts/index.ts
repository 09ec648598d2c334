/** The islands drawn with Observable Plot. */
import { shelf } from "../page/parts.ts";
import { mountControl } from "./control.ts";
import { mountTimeline } from "./timeline.ts";
import { mountTolls } from "./tolls.ts";

Object.assign(shelf().mounts, { timeline: mountTimeline, tolls: mountTolls, control: mountControl });
