/**
 * Word lists that tell a name from other words, folded to plain lower case (see `folded`). All were written by hand for
 * this purpose; they are evidence for `lexicon.ts`, where each list becomes one flag.
 */

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * Ordinary words, English first, then German, French and Spanish. A known name that is one of these ("Will", "Mark",
 * "Page") needs a capital in mid-sentence or a cue beside it, and a stranger's name never starts with one.
 */
export const ordinary = list(`
trustee
material textbook passenger
chose surveyed few likewise meanwhile formerly
a able about above abstract academic accept access according account across act action active activity actual actually ad add added adding address advance advanced advice after
again against age agency agenda agent ago agree agreed agreement ahead aim air alert all allow allows almost alone along already also alternative although always am amazing among amount
an analysis analytics and announced announcement announcements annual another answer answers any anyone anything anyway app apparently appendix apple application applications apply approach approaches appropriate approval
apps archive are area areas around arrow art article articles as ask asked asking asks aspect assistant associate at attack attend attended attendee attendees attention auto automated automation available average
avoid award aware away awesome back backend background backup bad badge balance band bank bar base based basic basics basis batch be bear beat beautiful because become becomes been beer
before began begin beginner beginning behavior behind being believe benefit benefits best bet better between beyond big bigger biggest bill bills bit black blank block blocks blog blue board body
bond book books booth boot border boring both bottom bound box boxes branch brand break breakfast breakout bridge brief briefing bright bring brings broken brought brown budget bug bugs build builder
building builds built bundle burn bus business busy but buy by cache call called caller calls came camp campaign can cancel cannot capacity capital car card cards care career careful case
cases cash catch category cause celebration cell center central century certain certificate chain chair challenge challenges champion chance change changed changes changing channel chapter charge charter chase chat cheap
check checked checking checklist checks chief child choice choose church city claim class classes classic clean cleanup clear clearly click client clients clip clock close closed closing cloud club cluster clusters
co coach code coding coffee cold collaboration collaborate collect collection college color column come comes comfort coming command comment comments commercial commit committee common communication community companies company compare comparison compatible
compete competition competitor competitors complete completely complex complexity compliance component components compute computer computing concept concepts concern concerns conclusion conclusions condition conference config configuration confirm connect connected
connection consider consistent constant consultant consulting contact contacts container containers content context continue continuous contract contribute contributing contributor contributors control conversation convert cook cool copy core corner correct cost costs could council count counter
country couple course court cover coverage crash crazy create created creates creating creation creative credit crew critical cross crowd culture current currently custom customer customers cut cycle daily dark dash dashboard
data database date day days dead deal deals dean dear debate debt debug decide decided decision decisions deck deep default define definition degree delay delete deliver delivery demand demo demos deploy deployed deploying
deployment deployments deputy describe description desk design designed designer desktop despite detail detailed details detect dev develop developer developers development device devices diagram did difference different difficult digital dinner direct direction directly
director directory discover discovery discuss discussed discussing discussion discussions display distributed distribution district divide do docs document documentation documents does doing domain done door double doubt down download draft drama
draw dream drew drink drinks drive driven driver drivers drop due during duty dynamic each earlier early earn easier easily east easy echo eco edge edit edition editor education effect effective effort
eight either elastic election element elements else email embedded emergency employee employees empty enable enabled enables end endpoint ends energy engage engine engineer engineering engineers enhance enjoy enough enter enterprise entire entry environment equal
equity error errors especially essential estimate etc even evening event events ever every everybody everyone everything evidence evil evolution exact exactly example examples excellent except exchange exciting executive exercise exist existing exit expect expensive experience
experiment expert experts explain explained explore export extend extension external extra eye face facilitator fact factor factory faculty fail failed failure fair fairly faith fall false family fan far farm fast faster favorite
feature features fee feed feedback feel feels fellow felt few field fifth fight figure figures file files fill film filter final finally finance find finding findings fine finish fire firm first fish fit five
fix fixed flag flash flat flexible flight floor flow flows focus folks follow followed following followup food foot for force ford forecast foreign forest forget fork form formal format former forms forward found foundation founder four
fox frame framework frameworks free freedom freeze frequently fresh friend friends from front frontend full fully fun function functions fund funded funding funny further future gain game games gap gaps gate gather gave gen
gene general generally generate generation generic get gets getting give given gives giving glad glass global go goal goals god goes going gold gone good got governance government grace grade grand grant grants graph gray great
green ground group groups grow growing growth guarantee guard guess guest guests guidance guide guidelines guides gun guy guys had half hall hand hands happen happened happens happy hard harder hardware harm has hate have having he head
headline health healthy hear heard heart heat heath heavy held hello help helped helpful helps her here hers hey hi hidden hide high higher highlight highlights highly hill him his history hit hold holder hole holiday
home honest hope horse host hosted hosting hosts hot hotel hour hours house how however huge human humans hundred hunt i ice idea ideas ideal identify identity if image images imagine immediately impact implement implementation implemented
import important impossible improve improved improvement improvements in include included includes including increase indeed independent index individual individuals industry info information infrastructure initial initiative initiatives inline innovation input insert inside insight insights install installed
instance instances instead institute institution institutions instruction instructions insurance integrate integrated integration integrations intelligence intelligent intent interest interested interesting interface internal international internet interview into intro introduce introduced introducing introduction inventory invest investment investor
involve involved is issue issues it item items iteration its itself january jet job jobs join joined joint journal journey joy judge jump june junior just justice keep keeping kept key keynote keynotes keys kid kids
kill kind kinds king kitchen knew know knowing knowledge known knows lab label labor labs lack lake land landing landscape lane language languages laptop large largely larger last late later latest law layer layers lead leader
leaders leadership leading leads leaf league lean learn learned learning least leave leaves lecture led left legacy legal less lesson lessons let lets letter letters level levels leverage liaison librarian librarians libraries library licence license licensing
life lifecycle light lightning lightweight like liked likely limit limitations limited limits line linear lines link links list listen lists literally little live lived lives living load loan local location lock log logic login logistics
logo logs long longer look looked looking looks loose lord lose loss lost lot lots love low lower luck lunch machine machines made magic mail main mainly maintain maintained maintainer maintainers maintenance major majority make maker makes making
man manage managed management manager managers managing manual manually many map maps march margin mark market marketing markets mason mass master match material materials math matrix matter matters mature max may maybe mayor me mean meaning means meant
measure measures media medical medium meet meeting meetings member members membership memory men mention mentioned mentor mentoring mentors menu mercy merge merged message messages messaging met meta metal method methods metric metrics micro microservice microservices middle
might migrate migration migrations mile miles military milk mill mind mindset mine mini minimal minimum minister minute minutes mirror miss missed missing mission mistake mistakes mix mixed mobile mode model modeling models modern module modules mom moment
money monitor monitoring month monthly months moon more morning most mostly mother motion mountain mouse move moved movement moves moving much multi multiple museum music must my myself name named names namespace narrative nash nation national native natural nature
near nearly necessary neck need needed needs negative neighbor neither net network networking networks neutral never new news newsletter next nice night nine no nobody node nodes noise nominate nomination none nope nor normal normally north not
note noted notes nothing notice notification notifications novel now number numbers object objects objective obvious obviously odd of off offer offered offers office officer official offline often oh oil ok okay old older on once one ones online
only onto open opened opening operate operating operation operational operations operator operators opinion opinions opportunities opportunity opposite optimal optimization option optional options or oral orange order org organic organisation organization organizations organize organizer organizers organizing original other
others otherwise ought our ours out outcome outcomes output outreach outside over overall overhead overlap overview own owned owner owners ownership pace pack package packages packet packets page pages paid pain painful pair panel panels paper papers parallel
parent park part participant participants participate participation particular partner partners partnership partnerships parts party pass passed past pat patch patches path paths pattern patterns pause pay payment peace peak pen pending people per percent perfect performance
perhaps period permission permissions person personal personally perspective petty phase phone photo photos phrase physical pick picked picture piece pieces pierce pike pilot pin ping pipeline pipelines pitch pitfalls place plain plan planned planning plans plant plastic
platform platforms play player playing plaza please plenty plug plugin plugins plus pm point points policies policy political pool poor pop popular population port portal portfolio position positive possible possibly post poster posts potential power powerful
practical practice practices pre predict prefer premium prepare prepared present presentation presentations presented presenter presenters president press pressure pretty prevent preview previous previously price prices pricing primary prime principal principle principles print prior priorities priority privacy private privilege
pro probably problem problems procedure proceed process processes processing produce product production productive productivity products professional professor profile profit program programme programming programs progress project projects promise promised promises promising promote proof proper properly property proposal proposals propose proposed
protect protection protocol protocols prototype prove provide provided provider providers provides providing provost public publish published publisher publishing pull purchase pure purpose push put python quality queries query question questions queue quick quickly quiet quit quite quote quotes race radio
rails rain raise raised ram random range rank rapid rare rate rates rather raw reach read reader readers reading readings ready real reality really reason reasons rebuild recall receive recent recently recommend recommendation recommendations recommended record recorded recording recordings
records recovery recruit red redesign redirect reduce reed refactor refer reference references reform regarding region regional register registration regular regularly reject related relation relations relationship relationships release released releases relevant reliability reliable remain remaining remains remember reminder remote remove
removed rename render repeat replace replaced replacement replay replicate reply repo report reported reporter reporting reports repos repository represent representation representative representatives request requested requests require required requirement requirements requires rescue research researcher researchers reserve reset resilience resiliency resilient resolution
resolve resource resources respect respond response responses responsibilities responsibility responsible rest restart result results resume retail retention retro retrospective return returned returns reuse revenue review reviewed reviewer reviewers reviews revision rewrite rice rich ride right rights ring
rise risk risks river road roadmap robot robust rock role roles roll rolled rolling room root rose rough round route routes routing row royal rule rules run runner running runs runtime rush rust safe safety said sale
sales salt same sample sand sandbox sat save saved saw say saying says scale scaling scan scary scenario scenarios schedule scheduled scheduler scheduling schema scholar scholarship school schools science scientific scientist scope score screen screenshot script scripts search season
second seconds secret secrets section sections sector secure security see seed seeing seek seem seems seen segment select selected selection self sell send senior sense sensitive sent sentence separate series serious serve served server serverless servers serves service services serving
session sessions set sets setting settings setup seven several severe shadow shadows shall shape share shared shares sharing sharp she sheet shell shift ship shipped shipping shop shopping short shortly shot should show showed shower showing shown shows sick side
sign signal signed significant silver similar simple simply simulation since single sir sit site sites situation six size skill skills skip sky slack slate sleep slide slides slight slow slowly small smart smooth snow so social society
socks soft software sold solar solid solution solutions solve some somebody somehow someone something sometimes somewhat son song soon sorry sort sound sounds source sources south space spaces spark speak speaker speakers speaking spec special specialist specific specifically specification
specs speech speed spend spent spirit split spoke sponsor sponsors sport spot spread spring sprint square stable stack staff staffing stage staging stand standard standards standing star start started starting starts startup state statement states static station statistics stats status
stay steady steering step steps stick still stock stone stop stopped storage store stored stores stories storm story straight strange strategic strategies strategy stream streaming streams street stress strict string strong structure structured structures struggle student students studies studio study stuff
style sub subject submission submit submitted subproject subprojects subscription success successful such sufficient suggest suggested suggestion suggestions suitable suite sum summary summer summit sun super supply support supported supporting supports suppose sure surface surprise survey swap sweet swift switch symbol
sync synopsis syntax system systems tab table tables tag takeaway takeaways take taken takes taking tale talent talk talked talking talks tall tap target targets task tasks taught tax teach teacher teachers teaching team teams tech technical technique techniques technologies
technology tell telling tells template templates ten tend term terms test tested testing tests text than thank thanks that the their them theme themes then theory therapy there therefore these they thing things think thinking thinks third this those though thought
thoughts thousand thread threat threats three threshold through throughout throw thus ticket tickets tie tiger tight till time timeline times tip tips tired title titles to today together token tokens told tomorrow ton tone tonight too took tool tooling tools
top topic topics total touch tough tour toward towards tower town toy trace track tracking tracks trade traditional traffic train training transfer transform transformation transition translate transparency transparent transport travel treasure tree trees trend trends triage trial tricks tricky tried trigger
trip trouble truck true truly trump trunk trust truth try trying tune tunnel turn turned tutorial tutorials twelve twenty twice two type types typical typically ultimate under underlying understand understanding unfortunately unified union unique unit unite united units universal universe university
unknown unless unlike unlikely until up update updated updates upgrade upgrades upload upon upper upstream urban urgent us usage use used useful user users uses using usually utility vale valid validate validation valley valuable value values van variable variables variant
various vast vault vector vendor vendors venture verify version versions very via victim victory video videos view views village violet virtual virtually virus visibility visible vision visit visitors visual voice volume volumes volunteer volunteers vote voted votes voting vs vulnerable
wait waiting walk wall want wanted wants war ward warehouse warm warn warning was wash waste watch water wave way ways we weak wealth weather web webinar website websites week weekly weeks weight welcome well went were west what whatever wheel
when where whereas whether which while white who whole whom whose why wide wild will willing win wind window windows wine wing winner winter wire wise wish with within without woman women won wonder wood word words work worked worker workers workflow
workflows working workload workloads works workshop workshops world worry worse worst worth would wow wrap write writer writes writing written wrong wrote yard yeah year years yellow yes yesterday yet york you young your yours yourself zero zone zoom
actions todo tbd tba na faq followups wifi kickoff offsite onsite recap teardown rollout workaround shoutout retros standup signup
acknowledgements additional attached breaking concluding considering continuing emerging extending handling helping improving
joining mapping measuring navigating optimizing preparing presenting reaching rebuilding reducing rethinking securing seeking sending simplifying solving
unlocking upcoming wanting watching
`);

/** German, French and Spanish words that are no names, articles and prepositions first. */
export const ordinaryElsewhere = list(`
ville toussaint
bescheid anmeldung ausbildung bestellung einladung freigabe halle lager lieferung menge muster nummer rabatt rechnung reise rucksprache ruckruf schulung stelle text treffen unterschrift versand vorstand
aber alle allem aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bitte da dabei damit danach dann daran darauf das dass dein dem den denn der des deshalb dich die dies diese diesem
diesen dieser dieses doch dort du durch ein eine einem einen einer eines einfach er erst es etwas euch euer fur ganz gar geben gegen geht gehen genau gerade gern gestern gibt gut gute guten guter gutes haben hat hatte heute
hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren im immer in ins ist ja jede jeden jeder jedes jemand jetzt kann kaum kein keine keinen konnen konnte leider los machen macht man mehr mein meine meinem meinen mich mir
mit morgen muss nach nachste nachsten nachster neben nein neu neue neuen nicht nichts noch nun nur ob oben oder ohne schon sehr sein seine seinem seinen seit selbst sich sie sind so sofort soll sollen sollte sonst um und uns unser
unsere unserem unseren unter viel viele vielleicht vom von vor wann war waren warum was weil weiter wenig wenn wer werden wie wieder wir wird wo woche wochen wollen worden wurde wurden zu zum zur zwei zwischen
angebot anfang anfrage angabe anruf ansatz antwort arbeit aufgabe aufgaben ausblick ausstellung bedarf beispiel beitrag bereich bericht besprechung besuch brief daten dienst ende entscheidung entwicklung ergebnis fazit firma folge folien frage fragen freitag fuhrung
gast gesprach gesprache gruppe halle haus herr frau idee ideen info jahr kaffee kollege kollegen kollegin kontakt kontakte konkurrent konkurrenz konferenz kosten kunde kunden kundin leute liste mail messe messestand mittag mittagessen mittwoch monat montag nachricht nachmittag
name notiz notizen partner plan preis problem produkt projekt punkt raum rechnung referent referentin rueckmeldung ruckmeldung samstag seite sitzung software sonntag stadt stand tag tage team teil termin thema themen treffen uhr unterlagen unternehmen unterschied verkauf
vertrag vertrieb vorschlag vortrag wettbewerb wettbewerber workshop zeit ziel ziele zusage
a afin ai ainsi alors apres au aucun aussi autre autres aux avant avec avoir beaucoup bien bon bonne car ce ceci cela celle celui ces cet cette chaque chez comme comment contre dans de deja depuis dit doit donc dont elle elles en encore
entre est et etait etre eux faire fait faut ils je jour jusque la laquelle le lequel les leur leurs lui lundi mais me meme merci mes moi moins mon ne nos notre nous on ont ou par parce pas peu peut plus pour pourquoi pres puis quand que quel
quelle quelqu qui quoi rien sa sans se semaine ses si son sont sous sur ta te tes toi ton tous tout toute toutes tres trop tu un une vers voici voila vos votre vous y
atelier client cliente clients compte concurrent concurrents conference devis entreprise equipe fournisseur journee matin mercredi monsieur madame offre partenaire partenaires presentation prix projet question rappel rencontre reponse reseau reunion salle salon societe suivi
al algo alguien alli ante antes aqui asi aun aunque bajo cada como con contra cual cuando del desde despues dia dias donde dos el ella ellas ellos entonces era eres esa ese eso esta estaba estan estar este esto estos fue
gracias ha hace hacer hacia han hasta hay hola hoy las lo luego manana mas mejor menos mi mis mucho muchos muy nada ni no nosotros o otra otro otros para pero poco por porque pues quien sea segun ser sin sobre
solo somos soy su sus tal tambien tanto tengo tiene tienen todo todos tus una uno unos ya yo
empresa equipo clientes competidor socio proveedor charla ponencia propuesta llamada correo precio proyecto sala taller contacto lunes martes miercoles jueves viernes sabado domingo semana enviar mandar pedir
`);

/** Given or family names that are also words, places, months or products; known ones need a capital or a cue too. */
export const ordinaryNames = list(`
al an art august april ben bill billy bishop bob booker boris buck bud buddy bush carol carter case cash chad chance chase chelsea cherry chip christian chuck clay cliff colt cook cooper crystal dale dan dash dawn dean dick dolly don dora dot drew
duke dusty earl ed eden faith fern flora forest frank gay gene glen grace grant guy hank harmony harry heath heather herb hill holly homer honey hope hunter ivory ivy jack jade jasmine jean jerry jet john jordan joy june justice justin
king kit lance lane laurel lee les lily long lou love major marina mark mars martin mason mat matt max may melody mercy mercedes merit merry mike miles misty nan nat nick norm olive page pat paris park pearl peg penny pepper pierce pip piper
poppy potter price prudence queen quest ram rand randy ray red reed rex rich rick river rob robin rocky rod roman rose rosemary rowan royal ruby sage sally sandy sat saul savannah sawyer scarlet scout sean season shaw sherry sienna
sierra sky skip smith sol sonny stan star stone storm sue summer sunny tab tad tag tatum ted tiger tim tod tone tony trace tracy trinity troy van vic victor viola violet virginia wade walker ward wayne west will willow win winter wolf wren young
ash asa ale ava bo cam cat cy dag ember em fran gal gen hal han hue isa ko lex lo luz min mo moe nam rae ren rey rio
ria rue san sid soo sun tal tan tao tex tia ty ute val wu ye ping tap tip ting
`);

/** Cities, countries, regions and their adjectives: "Ana from Berlin" names no organization. */
export const places = list(`
rennes nantes lille toulon brest quimper roubaix vigo bilbao genova genoa granada cordoba salamanca zaragoza roscommon galway limerick kirkstall leeds hull sheffield nottingham leicester norwich exeter cardiff swansea newport aberdeen dundee inverness tromso bergen trondheim malmo uppsala turku tampere aarhus odense gdansk gdynia lodz katowice brno ostrava gyor szeged debrecen cluj timisoara iasi varna plovdiv thessaloniki patras izmir ankara haifa nagoya kobe fukuoka sapporo busan taipei hanoi saigon manila jakarta chennai kolkata gujarat kerala lahore karachi dhaka colombo kathmandu accra kumasi abuja ibadan kano dakar abidjan kigali kampala nairobi mombasa lusaka harare pretoria durban perth adelaide hobart darwin brisbane auckland wellington christchurch quebec halifax winnipeg moncton edmonton regina boise tulsa omaha wichita fresno sacramento stanford berkeley guerande kassel bielefeld dortmund essen duisburg bochum wuppertal aachen augsburg ulm konstanz passau rostock kiel lubeck jena erfurt weimar halle magdeburg potsdam cottbus chemnitz saarbrucken trier kaiserslautern darmstadt giessen marburg gottingen hildesheim oldenburg osnabruck bayreuth bamberg regensburg ingolstadt venlo tilburg breda groningen maastricht arnhem nijmegen enschede haarlem leiden delft namur liege brugge bruges mechelen hasselt
madison troy buffalo
africa african aires albania alabama alaska algeria amazonia america american americas amsterdam angeles antwerp arabia arabic argentina arizona arkansas asia asian athens atlanta atlantic austin australia australian austria austrian baltic baltimore
bangalore bangkok barcelona basel bavaria bay beijing belgian belgium belgrade bengaluru berlin bern bilbao birmingham bogota bologna bonn bordeaux boston brazil brazilian bremen bristol britain british brno brooklyn brussels bruxelles bucharest budapest bulgaria
cairo california calgary cambridge canada canadian carolina charlotte chicago chile china chinese cincinnati cleveland cologne colombia colorado columbia columbus connecticut copenhagen cork croatia cuba cyprus czech dakota dallas danish dc delaware delhi
denmark denver detroit dhabi dortmund dresden dubai dublin dusseldorf dutch edinburgh egypt eindhoven emea england english essen estonia ethiopia eu euro europe european eur finland finnish florence florida fort france francisco frankfurt freiburg french
geneva genoa georgia german germany ghana ghent glasgow gothenburg granada graz greece greek guadalajara hague hamburg hampshire hannover hanover hawaii heidelberg helsinki hong houston hungarian hungary hyderabad iceland idaho illinois india indian indiana
indonesia innsbruck iowa iran iraq ireland irish israel israeli istanbul italian italy jakarta jamaica japan japanese jersey jerusalem johannesburg kansas karlsruhe kentucky kenya kiev koln kong korea korean krakow kyiv kyoto lagos lanka las latam latvia leeds leipzig
leuven lima linz lisboa lisbon lithuania liverpool ljubljana london los louisiana louisville luxembourg lyon madrid mainz malaga malaysia malta manchester manhattan mannheim marseille maryland massachusetts melbourne memphis mexican mexico miami michigan milan milano milwaukee
minneapolis minnesota mississippi missouri monaco montana montreal morocco moscow mumbai munich munchen munster nairobi nantes naples nashville nebraska netherlands nevada nice nigeria nordic nordics norway norwegian nuremberg nurnberg nyc oakland ohio oklahoma
ontario oregon orlando osaka oslo ottawa oxford pacific pakistan palo panama paris pennsylvania perth peru philadelphia philippines phoenix pittsburgh poland polish porto portland portugal portuguese poznan prague pune quebec raleigh redmond reykjavik rhine rhode riga rio
romania romanian rome rotterdam russia russian salzburg san santiago saudi scandinavia scotland scottish seattle seoul serbia seville shanghai shenzhen sicily singapore slovakia slovenia sofia spain spanish stockholm strasbourg stuttgart sweden swedish swiss switzerland
sydney taiwan tallinn tampa tennessee texas thailand tokyo toronto toulouse tucson tunisia turin turkey turkish tuscany uae uk ukraine ukrainian us usa utah utrecht valencia vancouver vegas venice vermont vienna vietnam vilnius virginia wales warsaw washington
wien wisconsin wroclaw wurzburg wyoming york yorkshire zagreb zurich deutschland osterreich schweiz europa italien frankreich spanien espagne allemagne suisse italie angleterre espana francia alemania italia
sunnyvale mountainview bellevue jurassic
`);

/** Months, weekdays, holidays and parts of them. */
export const times = list(`
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz mai juni juli oktober dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre christmas easter thanksgiving today tomorrow yesterday tonight morning afternoon evening noon ostern weihnachten
spring summer autumn winter q1 q2 q3 q4 h1 h2 eow eom eod asap
`);

/** Products, technologies and events that look like names; companies people come from are left out. */
export const things = list(`
agile airflow alexa alpine android angular ansible apache arduino argo aurora avro azure backbone bash bazel beam bicep bigquery blazor blockchain bluetooth bootstrap bot bots buildpack cassandra celery ceph chaos chef chrome chromium clang clojure cockroachdb
cognito confluence consul copilot cordova cortana cosmos cosmosdb couchdb css cucumber cygnus cypress dart dask debian delphi deno django docker dockerfile dotnet drupal dynamo dynamodb eclipse edge elasticsearch electron elixir elm ember envoy erlang ethereum etcd excel
falcon fargate fedora figma firebase firefox flask flink flutter fortran gatekeeper gatsby gemini git gnome gradle grafana grails graphql grpc gulp hadoop haskell hbase helm heron hive html http hudson hyperkube hyperledger ingress insights internet intl ios
istio jakarta jasper java javascript jaeger jenkins jest jira jquery json julia junit jupyter kafka keras keycloak kibana kotlin kubectl kubernetes lambda laravel latex lex linkerd linux llvm lua lucene luis mac mach mariadb markdown marathon maven mercurial mesos mesosphere
microservice mongo mongodb mosquitto mysql nagios neo netty nginx node nodejs nomad npm numpy oauth objective octave office onenote openshift openstack opentelemetry outlook pandas parquet pascal perl php pinot plotly postgres postgresql powerbi powerpoint powershell presto
prometheus protobuf pulsar puppet pypi pyspark pytest python pytorch quarkus qubes rabbitmq rails react redis redshift redux regex rest riak rspec ruby rust safari sass scala scheme scikit scipy scratch scrum selenium sharepoint sinatra sketch skype slack solaris solr spark spinnaker
splunk spring sql sqlite storybook svelte swagger swarm swift symfony tableau teams telegraf tensorflow terraform tomcat torch traefik travis trello tcp tls typescript ubuntu unity unix unreal vagrant vault vim visual vue wasm webassembly webpack websocket whatsapp wiki wikipedia windows
word wordpress xcode xml yaml yarn yoga youtube zabbix zephyr zookeeper zoom bluemix cncf gpu cpu api apis sdk cli iot ai ml llm saas paas iaas gdpr url pdf rss ui ux html5 css3 es6 devops devsecops finops gitops mlops kubecon dockercon pycon djangocon oscon fosdem ignite
reinvent build wwdc jsconf pygotham hackathon summit conf con camp meetup bof birds feather lightning keynote hogwarts starship commander wifi calico weave cilium fluentd clair notary tectonic minikube kops kubeadm kubelet athena sagemaker
sig wg kep kwg steering cpc tsc toc pr prs mvp poc rfp rfi roi kpi kpis okr okrs nda sow crm erp hr
`);

/** Role words: "CTO at Northwind", "Head of Sales", "Leiterin". */
export const roles = list(`
accountant bookkeeper lawyer solicitor barrister plumber electrician carpenter joiner welder surveyor builder nurse doctor dentist vet farmer baker brewer cook driver mechanic optician pharmacist physiotherapist
comptable architecte avocat avocate notaire technicien technicienne commerciale juriste chercheur chercheuse enseignant enseignante infirmier infirmiere menuisier charpentier carrossier traiteur bibliothecaire developpeur developpeuse coordinatrice coordinateur animatrice
contable abogado abogada arquitecto arquitecta tecnico tecnica medico enfermera enfermero profesora maestra maestro agricultor agricultora panadero carpintero vendedora vendedor bibliotecaria bibliotecario
anwalt anwaltin architektin steuerberater steuerberaterin handwerker lehrerin lehrer arztin schreiner tischler elektriker buchhalter buchhalterin hausmeister juristin jurist
mgr dir arch avp swe sde counsel archivist publisher programmer postdoc
cto ceo cio cfo coo cmo cpo cso ciso cdo cro vp svp evp president chairman chairwoman chairperson director directors manager head lead founder cofounder co-founder owner partner principal architect engineer developer consultant analyst
designer scientist researcher professor lecturer librarian administrator admin evangelist advocate specialist strategist officer executive assistant associate secretary dean provost editor journalist reporter investor advisor adviser coach
trainer instructor teacher student fellow intern buyer recruiter marketer salesperson seller representative rep coordinator organizer organiser producer moderator technician programmer sysadmin maintainer committer contributor sre dba pm po
geschaftsfuhrer geschaftsfuhrerin leiter leiterin vertriebsleiter entwickler entwicklerin berater beraterin referent referentin vorstand inhaber grunder grunderin einkaufer projektleiter abteilungsleiter professorin
directeur directrice responsable chef ingenieur gerant fondateur fondatrice conseiller consultante charge chargee directora gerente jefe jefa ingeniero ingeniera fundador fundadora consultor consultora socio
`);

/** Words that may stand beside a role word inside one role ("senior", "of", "sales"). */
export const roleParts = list(`
prin eng exec sol soln sols dev core web full-stack fullstack frontend backend mobile django
senior junior jr sr chief vice deputy assistant associate global regional national general managing executive technical sales marketing product project program programme software hardware data cloud platform security network systems system
solution solutions it hr finance operations business development developer design research engineering customer success support account key partner partnerships alliance alliances channel field community relations human resources staff
principal lead group team and & of for the digital innovation strategy content communications information technology science ai ml devrel legal procurement purchasing supply quality test qa release infrastructure enterprise public sector emea
northern europe de del der des la le fur du das ventes commercial commerciale ventas
`);

/** The last word of many organizations' names. */
export const organizationNouns = list(`
university universitat universite universidad universita hochschule foundation stiftung fondation fundacion institute institut instituto college academy akademie association verband verein society gesellschaft ministry ministerium ministere ministerio
bank insurance versicherung hospital klinik council federation consortium corporation company agency agentur agence group gruppe groupe grupo holding holdings labs laboratories technologies technology systems software solutions consulting partners
ventures networks industries airlines airways pharma pharmaceuticals motors electronics energy telecom communications media studios logistics robotics semiconductor semiconductors analytics libraries library museum trust union press commission
`);

/** The organization nouns that make a name of an organization even in title case. */
export const certainOrganizationNouns = list(`
university universitat universite universidad universita hochschule foundation stiftung institute institut instituto college association verband corporation ministry ministerium technologies labs holdings
`);

/** Legal forms, folded, without points. */
export const legalForms = list(`
gmbh inc incorporated ltd limited llc llp plc ag bv nv se kg kgaa ohg ug ev oy oyj ab asa aps sas sarl sa sl slu srl spa corp co pty pvt kk sro doo zrt kft sca scrl gbr mbh
`);

/** Words after an organization that say its people or place are meant: "Contoso guys", "the Contoso stand". */
export const crowds = list(`
guys folks folk people team booth stand crew rep reps crowd gang lot engineers devs salespeople leute messestand kollegen equipe gente equipo contact contacts
`);

/** Words that are no organization before "team", "people" and the like. */
export const crowdWordsNotOrganizations = list(`
release product sales marketing platform design engineering core dev development security infra infrastructure support leadership management operations ops cloud data project api docs documentation community steering governance working
test testing testgrid qa web mobile frontend backend executive program content summit event media communications contributor contributors patch moderation moderators slack github board green red blue tiger dream local global research legal finance hr it bug triage
ci enhancements notes comms new old same our the their my your this that other another some all many those these which what every each both more most few
`);

/** Verbs after which a person comes: "told Ana", "ask Jonas", "thanks Nkechi". Strong evidence even for a strange word. */
export const tells = list(`
ask asked asking tell told telling met thank thanks thanked remind reminded introduce introduced interviewed greet greeted convinced congratulate congratulated owe nudge traf fragen gefragt frag remercier rencontre rencontrer rencontree demander conoci pregunte pregunta preguntar
`);

/** Verbs after which a person or an organization comes: "call Ana", "e-mail Contoso". */
export const reaches = list(`
ring rang ringing phone phoned whatsapp
call called calling email emailed e-mail mail mailed message messaged text texted dm ping pinged contact contacted invite invited visit visited meet meeting see saw cc chase chased help join joined follow write wrote pay show showed give gave send sent forward forwarded hire let have buy get owe answer
reply anrufen anschreiben appeler contacter llamar escribir contactar getroffen kennengelernt
`);

/** Speech and company that "with" or "to" completes: "spoke with", "coffee with", "intro to". */
export const companyWords = list(`
spoke speak speaking spoken talk talked talking talks chat chatted chatting chats lunch coffee dinner breakfast drinks drink beer beers wine tea meeting meet met call calls conversation conversations sync discussion discussed discuss catch catch-up caught catchup intro intros introduction introduced reach reached follow
followup follow-up connect connected connecting sat walked 1:1 one-on-one agreed interview joint appointment gesprochen gesprach sprechen geredet unterhalten kaffee mittagessen essen treffen termin rede reden
discute discuter parle parler echange echanger dejeune dejeuner cafe diner rdv rendez-vous hable hablar charle charlar comi comer reuni reunion cena comida quede quedar
`);

/** Verbs after a person that a thing rarely does: "Maria promised", "Jonas asked". */
export const says = list(`
apologised apologized drops dropped
said says told asked promised promises offered agreed volunteered wants mentioned suggested thinks introduced insisted confirmed recommended explained complained admitted wondered emailed replied invited owes knows loves liked likes prefers hat sagt sagte meinte will mochte schickt versprach dit propose promet envoie dice dijo prometio quiere envia pidio
joins joined spoke talked talks showed asks tells noted reported presented presents writes wrote
`);

/** Verbs after a person that things do as well: "Ana will", "Azure will". */
export const acts = list(`
will to has is was can could should would might may had does did needs need knows works worked leads runs ran gave gives sends sent takes took makes made looks looking going brings shares who whose from of at and also already still won't can't doesn't wird kann soll muss schickt macht va peut doit puede debe
`);

/** What comes before a person and before much else: weak evidence. */
export const leadIns = list(
  `with to for by from via through about cc re and & between like mit von bei an fur avec pour par chez con de para a per vs`,
);

/** The parts of a family name that are written small. */
export const particles = list(
  `de del della dela di da do dos das du van von vom zu zum zur der den ter ten la le los las el al bin ibn ben bint af av y e st st. d' o'`,
);

/** Titles that stand before a person's name. */
export const titles = list(
  `
rev reverend eng cllr pastor hon capt prof. oa pfarrer pastorin dra doctora ingeniero dr dr. prof prof. professor mr mr. mrs mrs. ms ms. miss mx sir dame lord lady madam herr herrn frau hr fr mme m. mlle monsieur madame sr sr. sra sra. srta don dona senor senora ing dipl rabbi father sister judge captain`,
);

/** Capital letters that are seldom a person's initials. */
export const acronyms = list(`
ai ar vr xr ml it pr qa hr ui ux ci cd pm po cto ceo cio cfo coo vp uk us eu usa dc la ny ad id ip os tv tx rx io db dns api aws gcp sap ibm hp sql css js ts md ms pc ok no na tb gb mb kb am kpi okr roi poc mvp llm nlp gpu cpu rfp rfc sla slo sre sig wg tac toc tsc cpc kep mac ldap oss gpl nda crm erp cms ide sdk cli
aka asap eod eow eom fyi tbd tba tbc eta faq re fw fwd ps nb ie eg vs pp st dr mr mrs mx it's kg km cm mm ag sa sl bv nv se co ltd inc llc plc bi ba bs ma phd mba edu gov org com net pdf url rss xml csv usb led lcd nfc rfid sms tls ssl ssh vpn lan wan iot saas paas iaas jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat sun
`);

/** Organizations that a contact file names for want of one. */
export const noOrganizations = list(
  `freelance freelancer self self-employed independent student retired none unemployed n/a na various private company home unknown consultant stealth startup work me`,
);
