import type { Language } from "#domain/model/language.ts";
import { plain } from "#domain/model/plain.ts";

/** True for a word that says nothing of what a text is about, in its language or in English, which notes mix in everywhere. */
export function isStopWord(plainWord: string, language: Language): boolean {
  return stops.en.has(plainWord) || (language !== "en" && stops[language].has(plainWord));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(plain(text).split(/\s+/u));
}

/** Function words only, and what is left of an address: no verb or noun of a note's matter. Compiled by hand from the four grammars. */
const stops: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: wordsOf(`a an the and or but nor if then else than so as at by for from in into of off on onto out over to up with within
    without about above across after again against along among around because before behind below beneath beside between beyond
    during down under until upon via per i me my mine myself we us our ours ourselves you your yours yourself he him his himself she
    her hers herself it its itself they them their theirs themselves who whom whose which what that this these those there here
    where when why how am is are was were be been being do does did done doing have has had having will would shall should can
    could may might must ought not no yes s t d ll m re ve don didn doesn isn aren wasn weren won wouldn couldn shouldn haven hasn hadn
    all any both each either every few more most much many neither none one other others another own same several some
    such only just also too very quite rather still yet already ever never now etc eg ie vs let lets got get gets getting
    http https www com org html`),
  de: wordsOf(`der die das des dem den ein eine einer eines einem einen und oder aber denn weil dass daß ob wenn als wie so doch
    sondern sowie auch noch schon nur sehr mehr nicht kein keine keiner keinen keinem ja nein ich mich mir mein meine meinen meinem
    meiner du dich dir dein deine er ihn ihm sein seine seinen seiner sie ihr ihre ihren ihrer ihrem es wir uns unser unsere unseren
    unserer euch euer man sich wer wen wem was welche welcher welches dieser diese dieses diesen diesem jener jene jeder jede jedes
    jeden alle allem allen aller alles einige etwas nichts viel viele vielen bin bist ist sind seid war waren wäre wären sein gewesen
    habe hast hat haben habt hatte hatten hätte hätten werde wird werden wurde wurden würde würden worden kann kannst können könnte
    könnten konnte muss müssen musste soll sollen sollte sollten darf dürfen mag möchte möchten will wollen wollte in im ins an am
    ans auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter von vom vor während wegen zu zum zur zwischen
    hier da dort dann nun jetzt dabei dafür damit daran darauf daraus darin darüber davon dazu wo wohin warum bzw zb evtl mal eben halt
    ab je ganz immer wieder weiter wohl`),
  fr: wordsOf(`le la les l un une des du de d et ou mais donc or ni car si que qu qui quoi dont où quand comment pourquoi comme ce c
    cet cette ces ça cela ceci je j me m moi mon ma mes tu te t toi ton ta tes il elle on lui leur leurs nous notre nos vous
    votre vos ils elles eux se s soi son sa ses y en ne n pas plus moins très trop peu aussi encore déjà toujours jamais rien tout
    toute tous toutes autre autres même mêmes chaque quelque quelques aucun aucune être suis es est sommes êtes sont étais était
    étaient été étant serai sera serait seront avoir ai as a avons avez ont avait avaient eu aura aurait fait faire fais font peut
    peuvent pouvoir pourrait doit doivent devoir faut va vont aller à au aux avec sans sous sur dans par pour entre vers chez depuis
    pendant avant après contre jusque jusqu ici là alors ainsi puis ensuite voir`),
  es: wordsOf(`el la los las lo un una unos unas de del a al y e o u ni pero sino si que qué quien quién quienes cual cuál cuales
    cuyo donde dónde cuando cuándo como cómo porque por para con sin sobre bajo entre hacia hasta desde durante ante contra según
    en yo me mi mis mí mío mía tú te ti tu tus él ella ello ellos ellas le les se sí su sus nos nosotros nuestro nuestra nuestros
    nuestras usted ustedes vosotros os este esta esto estos estas ese esa eso esos esas aquel aquella aquello ser soy es somos son era
    eran fue fueron será sería sido siendo estar estoy está estamos están estaba estado haber he ha hemos han había habían habrá hay
    tener tengo tiene tenemos tienen tenía hacer hace hacen puede pueden poder debe deben deber ir voy va van no muy más menos mucho
    mucha muchos muchas poco todo toda todos todas otro otra otros otras mismo misma cada algo alguno alguna algunos algunas
    nada ya aún también tampoco sólo solo siempre nunca aquí allí ahí ahora entonces así luego después antes`),
};
