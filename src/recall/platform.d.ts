// What Node and browsers both have, and no more of either: a turn of the event loop between two parts of a long work.
declare function setTimeout(run: (value: unknown) => void): unknown;
