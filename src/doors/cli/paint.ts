import { styleText } from "node:util";
import type { World } from "./world.ts";

type Style = Parameters<typeof styleText>[0];

/** Colours, only on a terminal and where nobody said no (NO_COLOR, see no-color.org). */
export interface Paint {
  strong(text: string): string;
  soft(text: string): string;
  accent(text: string): string;
  warn(text: string): string;
  quote(text: string): string;
}

export function paintFor(world: World): Paint {
  const isOn = world.out.isTTY === true && !world.env["NO_COLOR"] && world.env["TERM"] !== "dumb";
  const style = (format: Style) => (text: string) => (isOn ? styleText(format, text, { validateStream: false }) : text);
  return {
    strong: style("bold"),
    soft: style("dim"),
    accent: style("cyan"),
    warn: style("yellow"),
    quote: style("italic"),
  };
}
