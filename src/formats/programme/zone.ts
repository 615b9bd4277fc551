import { isTimeZone, type TimeZone } from "#domain/model/time.ts";
import { offsetName } from "./moment.ts";

/** Names longer than this are no zone names (IANA's longest has 30 characters). */
const nameCharactersMax = 200;

/**
 * The time zone a file means by a name: an IANA name however it is wrapped (`/mozilla.org/20070129_1/America/New_York`,
 * `America/Los Angeles`), a Windows name (`W. Europe Standard Time`), or an offset (`UTC+11`, `GMT +0100`).
 * Null where it is none of these; guesses from city names in words are not made.
 */
export function zoneNamed(name: string): TimeZone | null {
  const bare = name.trim().replace(/^"|"$/g, "").trim();
  if (bare === "" || bare.length > nameCharactersMax) return null;
  return known(bare.replaceAll(" ", "_")) ?? wrapped(bare) ?? windows(bare) ?? offsetZone(bare);
}

function known(name: string): TimeZone | null {
  if (name.length > 64 || !isTimeZone(name)) return null;
  // `isTimeZone` is the check the brand stands for. The runtime's own spelling is taken: `europe/berlin` is one place.
  return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId as TimeZone;
}

/** The longest tail after a slash that is a zone: the vendor's prefix goes, the area stays. */
function wrapped(name: string): TimeZone | null {
  const parts = name.replaceAll(" ", "_").split("/");
  for (let from = 1; from < parts.length - 1; from += 1) {
    const found = known(parts.slice(from).join("/"));
    if (found !== null) return found;
  }
  // `/Europe/Stockholm`: an empty first part is the globally unique form of RFC 5545, section 3.2.19.
  return parts[0] === "" ? known(parts.slice(1).join("/")) : null;
}

function windows(name: string): TimeZone | null {
  const place = windowsZones.get(name.toLowerCase().replace(/ (?:standard|daylight|summer) time$/, ""));
  return place === undefined ? null : known(place);
}

function offsetZone(name: string): TimeZone | null {
  const found = /^(?:UTC|GMT)?\s?([+-]\d{1,2}(?::?\d{2})?)$/i.exec(name);
  const offset = found === null ? null : offsetName(found[1] ?? "");
  return offset === null ? null : known(offset);
}

/**
 * Windows zone names, without "Standard Time", as Outlook and Exchange write them, each with the place Unicode CLDR's
 * windowsZones names for the whole zone. Those of places where conferences are seen; others fall back to the rules
 * a calendar carries itself.
 */
const windowsZones: ReadonlyMap<string, string> = new Map(
  [
    "hawaiian=Pacific/Honolulu, alaskan=America/Anchorage, pacific=America/Los_Angeles",
    "mountain=America/Denver, us mountain=America/Phoenix, central=America/Chicago",
    "canada central=America/Regina, eastern=America/New_York, us eastern=America/Indianapolis",
    "atlantic=America/Halifax, newfoundland=America/St_Johns, central america=America/Guatemala",
    "sa pacific=America/Bogota, venezuela=America/Caracas, sa western=America/La_Paz",
    "pacific sa=America/Santiago, e. south america=America/Sao_Paulo, argentina=America/Buenos_Aires",
    "montevideo=America/Montevideo, central (mexico)=America/Mexico_City",
    "central standard time (mexico)=America/Mexico_City, azores=Atlantic/Azores, gmt=Europe/London",
    "greenwich=Atlantic/Reykjavik, w. europe=Europe/Berlin, central europe=Europe/Budapest",
    "romance=Europe/Paris, central european=Europe/Warsaw, w. central africa=Africa/Lagos",
    "gtb=Europe/Bucharest, e. europe=Europe/Chisinau, fle=Europe/Kyiv, egypt=Africa/Cairo",
    "israel=Asia/Jerusalem, south africa=Africa/Johannesburg, turkey=Europe/Istanbul, jordan=Asia/Amman",
    "middle east=Asia/Beirut, russian=Europe/Moscow, arab=Asia/Riyadh, arabic=Asia/Baghdad",
    "e. africa=Africa/Nairobi, iran=Asia/Tehran, arabian=Asia/Dubai, georgian=Asia/Tbilisi",
    "caucasus=Asia/Yerevan, azerbaijan=Asia/Baku, afghanistan=Asia/Kabul, west asia=Asia/Tashkent",
    "pakistan=Asia/Karachi, india=Asia/Kolkata, sri lanka=Asia/Colombo, nepal=Asia/Kathmandu",
    "bangladesh=Asia/Dhaka, myanmar=Asia/Yangon, se asia=Asia/Bangkok, china=Asia/Shanghai",
    "singapore=Asia/Singapore, taipei=Asia/Taipei, w. australia=Australia/Perth, tokyo=Asia/Tokyo",
    "korea=Asia/Seoul, cen. australia=Australia/Adelaide, aus central=Australia/Darwin",
    "e. australia=Australia/Brisbane, aus eastern=Australia/Sydney, tasmania=Australia/Hobart",
    "west pacific=Pacific/Port_Moresby, new zealand=Pacific/Auckland, fiji=Pacific/Fiji",
  ]
    .flatMap((line) => line.split(", "))
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
);
