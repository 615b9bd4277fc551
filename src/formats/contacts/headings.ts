import { plain } from "#domain/model/plain.ts";

/** What a column of a contact table can hold. */
export const contactFields = [
  "name",
  "givenName",
  "middleName",
  "familyName",
  "nickname",
  /** Form of address; left out. */
  "salutation",
  "organization",
  "department",
  "role",
  "email",
  "phone",
  "url",
  "place",
  /** Goes to what is said about the person. */
  "about",
  /** The day of the scan, or on which we connected. */
  "connectedOn",
  /** The word for the address in the next column ("E-mail 1 - Type"). */
  "label",
  "ignored",
] as const;
export type ContactField = (typeof contactFields)[number];

/** What a heading says of its column, or null where it says nothing we know. */
export interface Heading {
  field: ContactField;
  /** The word that tells one address from another: "work", "mobile", "linkedin". */
  label: string | null;
}

/**
 * Reads a column heading in English, German, French or Spanish. Accents, case and punctuation do not matter. The
 * headings are those of LinkedIn, Google Contacts, Outlook, HubSpot and Salesforce exports, of badge scanners, and plain ones.
 */
export function readHeading(heading: string): Heading | null {
  const key = headingKey(heading);
  if (key === "") return null;
  const exact = exactHeadings.get(key);
  if (exact !== undefined) return { field: exact, label: addressFields.has(exact) ? qualifierOf(key) : null };
  const words = key.split(" ");
  const field = byWords(words, key);
  return field === null ? null : { field, label: addressFields.has(field) ? qualifierOf(key) : null };
}

/** True for the headings of a programme ("Abstract", "Room", "Speaker names"), which a contact table does not have. */
export function isProgrammeHeading(heading: string): boolean {
  const key = headingKey(heading);
  return programmeHeadings.has(key) || /\b(?:abstract|proposal|talk|session|speaker)s?\b/.test(key);
}

/** "E-Mail 1 - Value" -> "e mail 1 value", "Prénom" -> "prenom". */
export function headingKey(heading: string): string {
  return plain(heading.slice(0, 200))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const addressFields = new Set<ContactField>(["email", "phone", "url", "place"]);

const headingLists: readonly (readonly [ContactField, string])[] = [
  [
    "name",
    "name, nom, nombre, full name, fullname, display name, contact, contact name, contact person, attendee, attendee name, participant, participant name, delegate, visitor, visitor name, lead name, person, badge name, file as",
  ],
  [
    "name",
    "vollstandiger name, anzeigename, ansprechpartner, kontakt, teilnehmer, teilnehmername, besucher, vor und nachname, name vorname, nachname vorname",
  ],
  [
    "name",
    "nom complet, nom et prenom, nom prenom, visiteur, nombre completo, nombre y apellidos, participante, asistente, contacto, visitante",
  ],
  [
    "givenName",
    "first name, firstname, first, given name, givenname, forename, vorname, vornamen, rufname, prenom, prenoms, nombre de pila, nombres",
  ],
  [
    "middleName",
    "middle name, middlename, middle initial, additional name, second name, zweiter vorname, weitere vornamen, deuxieme prenom, segundo nombre",
  ],
  [
    "familyName",
    "last name, lastname, last, surname, family name, familyname, nachname, familienname, zuname, nom de famille, apellido, apellidos, primer apellido, segundo apellido",
  ],
  ["nickname", "nickname, nick name, nick, alias, known as, preferred name, spitzname, surnom, apodo"],
  [
    "salutation",
    "salutation, honorific, prefix, name prefix, suffix, name suffix, anrede, titel, civilite, tratamiento, courtesy title",
  ],
  [
    "organization",
    "company, company name, organization, organisation, organization name, organisation name, organization 1 name, org, employer, business name, account, account name, institution, affiliation, your company, current company",
  ],
  [
    "organization",
    "firma, firmenname, unternehmen, arbeitgeber, betrieb, organisation 1 name, societe, entreprise, nom de l entreprise, nom de la societe, raison sociale, organisme, employeur",
  ],
  ["organization", "empresa, nombre de la empresa, organizacion, compania, entidad, institucion"],
  [
    "organization",
    "authority, agency, association, society, club, university, school, college, hospital, ministry, municipality, firm, workplace, verein, verband, einrichtung, behorde, amt, dienststelle, institut, institute, hochschule, universitat, schule, klinik, kanzlei, gemeinde, structure, etablissement, collectivite, cabinet, enseigne, universite, ecole, organismo, centro, asociacion, universidad, colegio, cooperativa, sociedad, ayuntamiento",
  ],
  [
    "department",
    "department, organization 1 department, organization department, division, abteilung, departement, service, departamento, business unit, bereich",
  ],
  [
    "role",
    "job title, jobtitle, title, position, role, job role, job, function, job function, occupation, profession, designation, organization 1 title, organization title, current position, your job title, headline",
  ],
  [
    "role",
    "funktion, jobtitel, stelle, berufsbezeichnung, beruf, stellenbezeichnung, rolle, poste, fonction, titre, intitule du poste, profession, cargo, puesto, puesto de trabajo, titulo, funcion",
  ],
  [
    "email",
    "email, e mail, mail, email address, e mail address, emailaddress, courriel, adresse electronique, correo, correo electronico, e mail adresse, mailadresse",
  ],
  [
    "phone",
    "phone, phone number, telephone, telephone number, tel, tel no, mobile, mobile phone, mobile number, cell, cell phone, cellphone, fax, telefon, telefonnummer, rufnummer, handy, handynummer, mobil, mobiltelefon, mobilnummer, festnetz",
  ],
  [
    "phone",
    "portable, telephone portable, fixe, numero de telephone, telefono, movil, telefono movil, celular, numero de telefono, tfno",
  ],
  [
    "url",
    "url, website, web site, web, web page, webpage, webseite, homepage, internet, site, site web, site internet, sitio web, pagina web, web address, linkedin, linkedin url, linkedin profile, profile, profile url, person linkedin url, twitter, x, github, xing, mastodon, bluesky",
  ],
  [
    "place",
    "city, town, state, province, region, country, location, place, address, city state, country region, stadt, ort, wohnort, bundesland, kanton, land, adresse, anschrift, standort, ville, pays, lieu, ciudad, poblacion, localidad, provincia, pais, ubicacion, direccion",
  ],
  [
    "about",
    "note, notes, comment, comments, remark, remarks, description, about, bio, biography, notiz, notizen, bemerkung, bemerkungen, kommentar, kommentare, anmerkung, anmerkungen, beschreibung, remarque, remarques, commentaire, commentaires, nota, notas, comentario, comentarios, observacion, observaciones, descripcion",
  ],
  [
    "connectedOn",
    "connected on, scanned at, scanned on, scan date, scan time, date scanned, date of scan, scanned, scan timestamp, timestamp, time stamp, captured at, captured on, capture date, capture time, date captured, lead date, visit date, met on, date met, met, date, date added, added on, connected",
  ],
  [
    "connectedOn",
    "gescannt am, gescannt, scandatum, scan datum, scanzeit, zeitstempel, erfasst am, erfasst, kontaktdatum, datum, getroffen am, scanne le, date de scan, date du scan, horodatage, rencontre le, capture le, escaneado, escaneado el, fecha, fecha de escaneo, fecha y hora, capturado el",
  ],
  [
    "ignored",
    "id, uid, guid, record id, lead id, contact id, badge id, badge number, attendee id, barcode, qr code, photo, picture, image, foto, bild, birthday, birth date, date of birth, geburtstag, geburtsdatum, anniversary, gender, sex, geschlecht, anniversaire, cumpleanos, priority, sensitivity, private, etag, initials, initialen",
  ],
  [
    "ignored",
    "street, street address, zip, zip code, zipcode, postal code, postcode, po box, strasse, hausnummer, plz, postleitzahl, rue, code postal, calle, codigo postal, cp, created, created at, created date, create date, modified, last modified, last modified date, updated, updated at, group membership, labels, categories, lead owner, owner, record type",
  ],
];

const exactHeadings: ReadonlyMap<string, ContactField> = new Map(
  headingLists.flatMap(([field, list]) => list.split(", ").map((heading) => [heading, field] as const)),
);

const programmeHeadings = new Set(
  "room, raum, saal, salle, sala, track, start, end, start time, end time, starts at, ends at, duration, dauer, beginn, ende, level, biography".split(
    ", ",
  ),
);

/** Headings of several words, by the word that decides ("Work e-mail address 2", "Telefon geschäftlich"). */
function byWords(words: readonly string[], key: string): ContactField | null {
  const has = (...any: string[]) => any.some((word) => words.includes(word));
  const last = words.at(-1) ?? "";
  if (/^(?:e mail|email|phone|website|address|im|relation|event) \d+ (?:type|label)$/.test(key)) return "label";
  if (last === "type" || last === "id" || has("opt", "consent", "einwilligung", "unsubscribed", "gdpr"))
    return "ignored";
  if (
    has("email", "courriel", "emailadresse") ||
    key.startsWith("e mail") ||
    key.endsWith(" e mail") ||
    last === "mail" ||
    key.includes(" e mail ")
  ) {
    return "email";
  }
  if (
    has(
      "phone",
      "telephone",
      "tel",
      "mobile",
      "telefon",
      "handy",
      "telefono",
      "movil",
      "fax",
      "pager",
      "mobil",
      "telefonnummer",
    )
  )
    return "phone";
  if (
    has("url", "website", "linkedin", "twitter", "xing", "github", "mastodon", "webseite", "homepage") ||
    key.endsWith(" web page")
  )
    return "url";
  if (
    has("zip", "postal", "postcode", "plz", "postleitzahl", "street", "strasse", "rue", "calle") ||
    key.endsWith("po box")
  )
    return "ignored";
  if (
    has("city", "stadt", "ville", "ciudad", "country", "land", "pays", "pais", "state", "region", "ort") &&
    words.length <= 4
  )
    return "place";
  if (has("address") && words.length <= 3) return "place";
  if (has("notes", "note", "comments", "comment", "notizen", "kommentar", "commentaires", "notas", "comentarios"))
    return "about";
  if (has("scanned", "scan", "gescannt", "escaneado")) return has("by", "von", "par", "por") ? "about" : "connectedOn";
  if (has("birthday", "photo", "birthdate")) return "ignored";
  if (
    has("company", "organization", "organisation", "firma", "unternehmen", "empresa", "entreprise") &&
    (last === "name" || words.length === 2)
  ) {
    return has("size", "phone", "type", "industry", "yomi", "revenue", "phonetic") ? "about" : "organization";
  }
  if (key.endsWith("first name") || key.endsWith("vorname") || key.endsWith("given name")) return "givenName";
  if (key.endsWith("last name") || key.endsWith("nachname") || key.endsWith("family name") || key.endsWith("surname"))
    return "familyName";
  if (key.endsWith("full name")) return "name";
  if (key.endsWith("job title")) return "role";
  return null;
}

/** What is left of a heading when the words for the kind of address are taken away: "Work e-mail 2" -> "work". */
function qualifierOf(key: string): string | null {
  const words = key.split(" ").filter((word) => !kindWords.has(word) && !/^\d+$/.test(word));
  return words.length > 0 && words.length <= 3 ? words.join(" ") : null;
}

const kindWords = new Set(
  "e mail email emails address adresse mailadresse emailadresse value phone number telephone tel no nr telefon telefonnummer telefono numero de the url website web site page webseite homepage profile user your person city town state country region location place ort stadt land ville pays ciudad pais courriel correo electronico primary main province bundesland".split(
    " ",
  ),
);
