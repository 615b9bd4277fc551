/**
 * The few names outside the language that this room may use: the same in browsers and Node
 * (Encoding Standard, URL Standard). Nothing here reaches a network or a file.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array;
}
/** Base64 of bytes given as characters (HTML Standard). */
declare function btoa(data: string): string;
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
}
