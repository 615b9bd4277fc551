import type { DraftLanguage, DraftPurpose } from "#domain/model/template.ts";

interface Words {
  subject: string;
  text: string;
}

/** The subject is the same for all that is mine: what it is about, and where we met. */
const about = "{what}[ ({event})]";

const english = (middle: string, subject = about): Words => ({
  subject,
  text: `[Hello {first},]\n\n${middle}\n\nThank you[,\n{me}]`,
});
const german = (middle: string, subject = about): Words => ({
  subject,
  text: `[Guten Tag {first},]\n\n${middle}\n\nViele Grüße[\n{me}]`,
});
const french = (middle: string, subject = about): Words => ({
  subject,
  text: `[Bonjour {first},]\n\n${middle}\n\nBien cordialement[,\n{me}]`,
});
const spanish = (middle: string, subject = about): Words => ({
  subject,
  text: `[Hola, {first}:]\n\n${middle}\n\nUn saludo[,\n{me}]`,
});

/** What mine says in each language: where we met, the note's own words, what I do by when, what I ask by when. */
const en = {
  known: "[We met at {event}.]",
  met: "[It was good to meet you at {event}.][ It came up in “{session}”.][ My note from that day: “{said}”]",
  mine: "From my side: {what}[, by {due}].",
  ask: "[From yours: {ask}[, by {askBy}]?]",
};
const de = {
  known: "[Wir haben uns bei {event} getroffen.]",
  met: "[Schön, dass wir uns bei {event} getroffen haben.][ Es kam in „{session}“ auf.][ Meine Notiz von dem Tag: „{said}“]",
  mine: "Von mir: {what}[, bis {due}].",
  ask: "[Von Ihnen: {ask}[, bis {askBy}]?]",
};
const fr = {
  known: "[Nous nous sommes rencontrés à {event}.]",
  met: "[J’ai été heureux de cette rencontre à {event}.][ C’était pendant « {session} ».][ Ma note de ce jour : « {said} »]",
  mine: "De mon côté : {what}[, d’ici le {due}].",
  ask: "[Du vôtre : {ask}[, d’ici le {askBy}] ?]",
};
const es = {
  known: "[Nos conocimos en {event}.]",
  met: "[Fue un gusto coincidir en {event}.][ Surgió en «{session}».][ Mi nota de ese día: «{said}»]",
  mine: "Por mi parte: {what}[, antes del {due}].",
  ask: "[Por la suya: {ask}[, antes del {askBy}].]",
};

const paragraphs = (...parts: string[]) => parts.join("\n\n");

/** The words that drafts begin from where nobody wrote others: short, and nothing in them that was not said. */
export const usualTemplates: Record<DraftLanguage, Record<DraftPurpose, Words>> = {
  en: {
    email: english(paragraphs(en.met, en.mine, en.ask)),
    message: { subject: about, text: `[Hello {first}, ]${en.mine}[ {ask}[, by {askBy}]?]` },
    call: english(
      paragraphs(en.met, "I would like to call you about this: {what}[, by {due}]. When would suit you?", en.ask),
    ),
    meet: english(
      paragraphs(en.met, "Shall we meet? It is about this: {what}[, by {due}]. Which day would suit you?", en.ask),
    ),
    introduce: english(
      paragraphs(en.met, "The introduction I have in mind: {what}[, by {due}]. Is that all right with you?", en.ask),
    ),
    share: english(paragraphs(en.met, "I would like to share this with you: {what}[, by {due}].", en.ask)),
    "ask-again": english('you said this would follow[ at {event}]: "{what}"[, by {due}]. How does it stand?', "{what}"),
    seek: english(
      paragraphs(
        en.known,
        "I am looking for this: {what}.[\n\n{about}]",
        "Can you help, or do you know somebody who could?",
      ),
      "Looking for: {what}",
    ),
    offer: english(
      paragraphs(
        en.known,
        "This is something I can offer: {what}.[\n\n{about}]",
        "Is it of use to you, or to somebody you know?",
      ),
      "{what}",
    ),
    remind: english('I asked you for this[ at {event}]: "{what}"[, by {due}]. How does it stand?', "{what}"),
  },
  de: {
    email: german(paragraphs(de.met, de.mine, de.ask)),
    message: { subject: about, text: `[Guten Tag {first}, ]${de.mine}[ {ask}[, bis {askBy}]?]` },
    call: german(paragraphs(de.met, "Ich möchte Sie dazu anrufen: {what}[, bis {due}]. Wann passt es Ihnen?", de.ask)),
    meet: german(
      paragraphs(de.met, "Wollen wir uns dazu treffen: {what}[, bis {due}]? Welcher Tag passt Ihnen?", de.ask),
    ),
    introduce: german(
      paragraphs(de.met, "Diese Vorstellung habe ich im Sinn: {what}[, bis {due}]. Ist Ihnen das recht?", de.ask),
    ),
    share: german(paragraphs(de.met, "Das möchte ich mit Ihnen teilen: {what}[, bis {due}].", de.ask)),
    "ask-again": german("[bei {event} ]hatten Sie zugesagt: „{what}“[, bis {due}]. Wie steht es damit?", "{what}"),
    seek: german(
      paragraphs(
        de.known,
        "Ich suche: {what}.[\n\n{about}]",
        "Können Sie helfen, oder kennen Sie jemanden, der es könnte?",
      ),
      "Gesucht: {what}",
    ),
    offer: german(
      paragraphs(
        de.known,
        "Das kann ich anbieten: {what}.[\n\n{about}]",
        "Können Sie es brauchen, oder kennen Sie jemanden?",
      ),
      "{what}",
    ),
    remind: german("[bei {event} ]hatte ich Sie gebeten: „{what}“[, bis {due}]. Wie steht es damit?", "{what}"),
  },
  fr: {
    email: french(paragraphs(fr.met, fr.mine, fr.ask)),
    message: { subject: about, text: `[Bonjour {first}, ]${fr.mine}[ {ask}[, d’ici le {askBy}] ?]` },
    call: french(
      paragraphs(
        fr.met,
        "J’aimerais vous appeler à ce sujet : {what}[, d’ici le {due}]. Quand cela vous conviendrait-il ?",
        fr.ask,
      ),
    ),
    meet: french(
      paragraphs(
        fr.met,
        "Pouvons-nous nous voir à ce sujet : {what}[, d’ici le {due}] ? Quel jour vous conviendrait ?",
        fr.ask,
      ),
    ),
    introduce: french(
      paragraphs(
        fr.met,
        "La mise en relation à laquelle je pense : {what}[, d’ici le {due}]. Cela vous convient-il ?",
        fr.ask,
      ),
    ),
    share: french(paragraphs(fr.met, "J’aimerais partager ceci avec vous : {what}[, d’ici le {due}].", fr.ask)),
    "ask-again": french("[à {event}, ]vous aviez annoncé : « {what} »[, d’ici le {due}]. Où en est-on ?", "{what}"),
    seek: french(
      paragraphs(
        fr.known,
        "Voici ce que je cherche : {what}.[\n\n{about}]",
        "Pouvez-vous m’aider, ou connaissez-vous quelqu’un qui le pourrait ?",
      ),
      "Je cherche : {what}",
    ),
    offer: french(
      paragraphs(
        fr.known,
        "Voici ce que je peux proposer : {what}.[\n\n{about}]",
        "Cela vous serait-il utile, ou à quelqu’un que vous connaissez ?",
      ),
      "{what}",
    ),
    remind: french("[à {event}, ]je vous avais demandé : « {what} »[, d’ici le {due}]. Où en est-on ?", "{what}"),
  },
  es: {
    email: spanish(paragraphs(es.met, es.mine, es.ask)),
    message: { subject: about, text: `[Hola, {first}: ]${es.mine}[ {ask}[, antes del {askBy}].]` },
    call: spanish(
      paragraphs(es.met, "Me gustaría llamarle por esto: {what}[, antes del {due}]. ¿Cuándo le viene bien?", es.ask),
    ),
    meet: spanish(
      paragraphs(es.met, "¿Nos vemos? Es por esto: {what}[, antes del {due}]. ¿Qué día le viene bien?", es.ask),
    ),
    introduce: spanish(
      paragraphs(es.met, "La presentación que tengo en mente: {what}[, antes del {due}]. ¿Le parece bien?", es.ask),
    ),
    share: spanish(paragraphs(es.met, "Me gustaría compartir esto con usted: {what}[, antes del {due}].", es.ask)),
    "ask-again": spanish("[en {event} ]dijo que seguiría esto: «{what}»[, antes del {due}]. ¿Cómo va?", "{what}"),
    seek: spanish(
      paragraphs(
        es.known,
        "Busco lo siguiente: {what}.[\n\n{about}]",
        "¿Puede ayudarme, o conoce a alguien que pueda?",
      ),
      "Busco: {what}",
    ),
    offer: spanish(
      paragraphs(
        es.known,
        "Esto es lo que puedo ofrecer: {what}.[\n\n{about}]",
        "¿Le sería útil, o a alguien que conozca?",
      ),
      "{what}",
    ),
    remind: spanish("[en {event} ]le pedí esto: «{what}»[, antes del {due}]. ¿Cómo va?", "{what}"),
  },
};
