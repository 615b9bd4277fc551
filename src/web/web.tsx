import "./style/base.css";

// Browsers without Temporal of their own get one before anything asks for the day.
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
const { begin } = await import("./app.tsx");
begin(document.getElementById("app"));
