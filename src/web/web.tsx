import "./style/base.css";
import { createRoot } from "react-dom/client";

// Browsers without Temporal of their own get one before anything asks for the day.
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
const { App } = await import("./app.tsx");

const place = document.getElementById("app");
if (place === null) throw new Error("The page of the app has a place for it.");
createRoot(place).render(<App />);
