/**
 * The name of a zip's entry in words. UTF-8 where the entry says so (APPNOTE appendix D), has the Unicode path field
 * (0x7075) or simply is valid UTF-8, which macOS writes without saying so; else IBM code page 437, as the format has it.
 */
export function nameOf(raw: Uint8Array, isUtf8: boolean, extra: ReadonlyMap<number, Uint8Array>): string {
  const field = extra.get(0x7075);
  const bytes = !isUtf8 && field !== undefined && field.length > 5 ? field.subarray(5) : raw;
  try {
    return new TextDecoder("utf-8", { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return Array.from(raw, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : codePage437.charAt(byte - 0x80))).join(
      "",
    );
  }
}

/** The upper half of code page 437. */
const codePage437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/**
 * The path of an entry inside the archive, with `/` between folders, or why it is refused: absolute, on a drive, or climbing
 * out of the archive. Control characters become `\uFFFD`.
 */
export function safePath(name: string): { path: string } | { refused: string } {
  const path = name.replaceAll("\\", "/").replaceAll(/\p{Cc}/gu, "\uFFFD");
  if (path.length > pathMax) return { refused: `this name is longer than ${pathMax} characters` };
  const folders = path.split("/");
  if (path.startsWith("/") || /^[a-z]:/iu.test(path))
    return { refused: "this path leads to a place outside the archive" };
  if (folders.includes("..")) return { refused: "this path climbs out of the archive" };
  return { path: folders.filter((folder) => folder !== "" && folder !== ".").join("/") };
}

/** The longest path that Linux opens is 4,096; page names end at 1,000 (model/page.ts). */
const pathMax = 900;

/** What systems put into archives for themselves. */
export function isSystemFile(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX|\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)(?:\/|$)/iu.test(path);
}
