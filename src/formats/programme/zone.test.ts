import { expect, test } from "vitest";
import { zoneNamed } from "./zone.ts";

test.each([
  ["Europe/Berlin", "Europe/Berlin"],
  ["europe/berlin", "Europe/Berlin"],
  ['"America/Los Angeles"', "America/Los_Angeles"],
  ["/mozilla.org/20070129_1/America/New_York", "America/New_York"],
  ["/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["/Europe/Stockholm", "Europe/Stockholm"],
  ["posix/Europe/Vaduz", "Europe/Vaduz"],
  ["W. Europe Standard Time", "Europe/Berlin"],
  ["Eastern Standard Time", "America/New_York"],
  ["E. South America Standard Time", "America/Sao_Paulo"],
  ["UTC+11", "+11:00"],
  ["GMT +0100", "+01:00"],
  ["UTC", "UTC"],
])("the zone %s is %s", (name, zone) => {
  expect(zoneNamed(name)?.toString()).toBe(zone);
});

test("a name that is no zone is none, and no guess is made", () => {
  for (const name of ["", "Western/Central Europe", "Brussels time", "/Europe/CUSTOM", "UTC+99", "x".repeat(10_000)]) {
    expect(zoneNamed(name)).toBeNull();
  }
});
