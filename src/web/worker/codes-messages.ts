/** One photo, and the program that reads codes. */
export interface CodesAsked {
  photo: Blob;
  program: ArrayBuffer;
}

/** The texts of the codes on it, and the photo upright and in the size in which words are read; or why it cannot be looked at. */
export type CodesAnswer = { codes: string[]; picture: Blob } | { failed: "no-picture" | "too-many-pixels" | "program" };
