import type { StepKind } from "#domain/model/step.ts";

/** Words of an act in plain form that say its kind whatever its verb is, the first that fits. All run in linear time. */
const phrases: readonly [StepKind, RegExp][] = [
  [
    "introduce",
    /\b(?:introduc\w*|intros?\b|hook\w* (?:me|us|him|her|them|\w+) up with|put\w* (?:\S+ ){1,5}in(?:to)? (?:touch|contact)|put\w* (?:me|us|him|her|them) on to|get \w+ (?:together|in touch) with|bring \w+ (?:\w+ )?together|bring\w* in a colleague|link \w+ (?:with|up with)|present (?:me|us|him|her) to|wants? to know (?:who|[a-z]{4,} [a-z]+$)|mak\w* the connection)/u,
  ],
  [
    "introduce",
    /\b(?:bekannt ?mach\w*|bekannt zu machen|(?:in|den|im) kontakt (?:bring|vermittel|herstell)\w*|mach\w* .{1,40} bekannt$|bring\w* .{1,60} zusammen\b|kontakt zu (?:unser|ihr|sein|dem|der|einem|einer)\w* |stell\w* (?:mich|mir|uns|ihn|ihm|ihr|sie) .{0,40}\bvor$)/u,
  ],
  [
    "introduce",
    /\b(?:me(?:t|ts|ttre|ttra|ttrai|ttrait) .{0,40}(?:en relation|en contact)|en relation avec|present\w{1,4} (?:\w+ ){1,3}(?:a|au|aux) \w|(?:me|m'|nous|le|la|les|lui) ?present\w*|pon(?:er|e|go|dra|gan|erme|ernos|erle|erlos)? .{0,40}en contacto|presentar(?:me|nos|le|les)? (?:a|al|con)\b)/u,
  ],
  [
    "call",
    /\b(?:(?:by|on the|over the|per|am|via|par|por|a) (?:phone|telephone|telefon|tel|telephone|telefono)|(?:give|gives|giving) (?:\w+ ){1,3}an? (?:ring|call|bell|buzz|shout)|phone ?calls?|conference call|video ?calls?|1st call|tech call|quick call|hop on a call|telefonisch|telefonat|ruckruf|coup de (?:fil|tel|telephone)|dar(?:le)? un toque|telefonazo|llamada)\b/u,
  ],
  [
    "message",
    /\b(?:(?:on|via|by|over|per|uber|auf|sur|par|por|in) (?:linkedin|slack|whatsapp|sms|dm|chat|teams|signal|telegram|discord|xing|mastodon|matrix|messenger)|voice ?(?:note|message)|sprachnachricht|mensaje de voz|note vocale)\b/u,
  ],
  [
    "message",
    /\b(?:let\w* (?:me|us|him|her|them|\w+|\w+ \w+) know|say (?:yes|no|hello|thanks|thank you|sorry)|give\w* (?:\w+ ){1,2}(?:a|an|the) (?:answer|reply|yes|no|heads-?up|shout)|an? (?:yes or (?:a )?no|answer)\b|get back to|bescheid (?:geb|sag|gib)\w*|gib\w* .{0,30}bescheid|geb\w* .{0,30}bescheid|faire signe|donner (?:une )?reponse|tenir au courant|dar(?:le)? (?:las )?gracias|dar(?:le|les)? una respuesta|respuesta a|reponse a)\b/u,
  ],
  [
    "share",
    /\b(?:show (?:&|and|&amp;) tell|lightning talk|brown ?bag|town ?hall|ins netz (?:stell|stell\w*)?|stell\w* .{0,60}ins netz|(?:met|mettre|mets|mettra) .{0,40}en ligne|en ligne\b|nota de prensa|sur la table du|zur sprache|subir (?:el|un|los) hilo|on (?:the|our) (?:common|shared) drive|on stage)\b/u,
  ],
  ["message", /\b(?:voir avec \w+ (?:\w+ )?si\b|ver con \w+ si\b)/u],
  [
    "meet",
    /\b(?:call on (?:mr|mrs|ms|dr)|see (?:the|my|our) \w+ (?:on|at|next|this|tomorrow)|sit(?:s|ting)? down (?:with|over|together|on)|catch(?:es)? up|stop(?:s)? (?:by|in)|drop(?:s)? (?:by|in)|pop(?:s)? (?:by|in|round|over|up)|swing(?:s)? by|call in (?:at|on)|(?:come|comes|coming) (?:by|over|round|up|out|down|along|and see|and look|to (?:us|the office|ours|visit|see))|(?:go|goes|going|went|gehe|get) (?:over )?(?:and )?(?:to )?see (?:her|him|hers|his|them|the|\w+'s)|(?:go|goes|going) (?:over |up |down |out )?to (?:her|him|them|his|their)\b|eats? together|(?:for|over) (?:a )?(?:coffee|lunch|dinner|tea|beer|breakfast|drinks?)\b|to (?:tea|lunch|dinner|breakfast)\b|a word with|have (?:a )?(?:coffee|lunch|dinner|tea|breakfast|beer) with|1:1|one[- ]to[- ]one|one[- ]on[- ]one|face to face)/u,
  ],
  [
    "meet",
    /\b(?:zu besuch|besuch bei|termin (?:mit|bei|in)|(?:fahr|geh|komm|reis)\w* .{0,40}\b(?:zu (?:ihm|ihr|ihnen|uns|mir)|nach [a-z]{3,}|auf die messe|in die)|mittagessen|abendessen|kaffee trinken|auf einen kaffee|(?:komm|schau|geh|fahr|lauf)\w* .{0,60}vorbei$|zusammensetzen|setz\w* .{0,40}\bzusammen$|rendez-vous|\brdv\b|passer (?:voir|chez|a|au)|pass(?:e|era|erai) (?:voir|chez|a l|au|nous voir)|(?:aller|va|vais|vient|viendra|venir|vienne) (?:voir|a l|a leur|chez|au)|boire un|prendre un (?:cafe|verre)|point avec|quedar con|quedo con|quedamos|reunion con|tomar (?:un )?(?:cafe|algo)|voy al?\b|ir a ver|ver a\b|verl[oae]s?\b|comida con|cita con|pasar(?:me|se)? por|a solas con)/u,
  ],
];

/** The kind that a phrase says on its own; null where none stands in the act. `plain` is the act in plain form. */
export function kindOfPhrase(plain: string): StepKind | null {
  for (const [kind, pattern] of phrases) if (pattern.test(plain)) return kind;
  return null;
}

/** Goods are shipped, not mailed: a parcel, samples, tools, beds; what is wanted of them is a `do`. */
const goods =
  /\b(?:samples?|strips?|boxes|box|crates?|parcels?|package|kit|kits|probes?|probe|muster\w*|paket\w*|kisten?|karton\w*|echantillons?|colis|muestras?|paquetes?|cajas?|\d+ ?(?:kg|kilo|l|litre|liter|m|pieces?|stuck)\b|truck|van|lorry|trailer|tickets?|badges?|keys?|chairs?|seats?|beds?|guest flat|rooms?|desks?|loan|key|schlussel|llaves?|cles?|tools?|boots?|bikes?|trial|access|zugang|acces|acceso|help|hand|favou?r|support|discount|money|space|time|place|places)\b/u;

/** Whether the thing of an act is goods, a place or a favour rather than something to read. */
export function isGoods(plain: string): boolean {
  return goods.test(plain);
}
