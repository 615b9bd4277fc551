/** Words about kinds of acts: media, texts, things that are sent; in plain form. Our own lists. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

export const callWords = set(
  "call phone telephone ring telefonat anruf llamada appel phonecall tel telefon telefono rappel ruckruf videocall",
);
export const mailWords = set("email e-mail mail mails emails correo mailing");
export const chatWords = set(
  "linkedin slack whatsapp sms dm chat teams signal telegram discord text message messenger xing mastodon wechat zulip matrix irc",
);
export const introWords = set("intro intros introduction introductions introducing");
export const meals = set("coffee lunch dinner beer breakfast drinks kaffee cafe dejeuner almuerzo comida mittagessen");

/** Texts that come into being by writing them. */
const texts = set(`
report rpt memo case-study study paragraph straw-man manual  text texte texto page seite seiten paginas pages form application proposal propal article thread post piece reel note notes blog script abstract paper chapter draft cfp
summary write-up writeup recap minutes one-pager onepager letter newsletter wording confirmation sow bio blurb doc docs document documentation section agenda budget story stories tender faq glossary playbook runbook roadmap assessment
quote offer statement brief bericht messebericht reisebericht angebot konzept antrag protokoll entwurf spesen reisekosten artikel beitrag vermerk stellungnahme satzung leitfaden merkblatt anleitung zusammenfassung billet tribune rapport
compte devis offre proposition synthese lettre mot modele convention gabarit fiche cadrage resume informe propuesta memoria articulo acta resumen borrador carta documentation     spec rfc readme kep charter
sheet expenses-report  ficha guia manual-de nota plantilla test-plan write-ups bid
`);

/** Things that are sent. */
const sendables = set(`
drawing presupuesto graph chart deck slides link links photos photo pictures pics numbers figures list specs data cv cvs resume recording pdf file files samples-list comments feedback details contact address price prices pricing dataset licence license
contract agreement invoice letter copy copies scans specimen metrics logs log records drawings plans moldes methode catalogue catalog brochure booklet transcript transcription folien liste listen zahlen daten unterlagen adresse adressen fotos bilder
seriennummern vertrag rechnung preisliste terminplan nda fichier tarif tarifs cahier facture documents datos lista tarifa contrato factura archivo presentacion t&cs terms number appendix results report sizes references reference names handlist scorecard
accounts books book extract statement papers mapa plano planos plan photos-of cahier-des-charges contrat statuts documento documentos fotografias precios nombres referencias satzung protokoll minutes notes info infos information form price-list menu export deal-reg
`);

/** Documents that exist before they are changed: a text only with a verb of making. */
const papers = set(
  "drawing drawings slide slides rule policy guide template list lists liste charter line website page index plan plans budget form section paragraph agenda",
);

export function isPaper(plain: string): boolean {
  return papers.has(plain);
}

/** Texts are made, where they are no German compound only by their last part ("Messebericht", "Projektantrag"). */
export function isText(plain: string): boolean {
  if (texts.has(plain)) return true;
  return (
    /(?:bericht|angebot|konzept|antrag|protokoll|entwurf|artikel|vorlage|anleitung|skizze|vermerk)$/u.test(plain) ||
    /^(?:one|two)-page/u.test(plain)
  );
}

export function isSendable(plain: string): boolean {
  return sendables.has(plain) || /(?:liste|plan|zahlen|daten|unterlagen|folien|fotos|vertrag)$/u.test(plain);
}
