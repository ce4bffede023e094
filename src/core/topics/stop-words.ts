import { foldWords } from '../calibre/words.ts'

/**
 * Words that name no topic, folded (lower case, without accents): small words of eight languages, the marks that mail
 * programs put before a subject, the talk of arranging things, days and months.
 */
export const stopWords: ReadonlySet<string> = new Set(
  foldWords(
    `a about above after again against all also am an and any are aren as at be because been before being below between
    both but by can cannot could couldn did didn do does doesn doing don down during each even ever every few for from
    further get gets getting got had hadn has hasn have haven having he her here hers him his how i if in into is isn it
    its itself just let lets ll may me might more most much must my need needs no nor not now of off on once one only or
    other our ours out over own per please put re really same see shall she should so some still such take than that the
    their theirs them then there these they thing things this those through to too two under until up us use very via
    want was wasn way we well were weren what when where which while who whom why will with within without won would yes
    yet you your yours back make made many new next last first second like good great know think look looking
    ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da dabei dann
    das dass dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein
    eine einem einen einer eines er es etwas euch euer eure fur gegen gern gerne habe haben hat hatte hatten hier hin
    hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jetzt kann kein
    keine konnen konnte mal man mehr mein meine meinem meinen meiner mich mir mit muss mussen nach nicht nichts noch nun
    nur ob oder ohne schon sehr seid sein seine seinem seinen seiner seit sich sie sind so soll sollen sollte sondern
    sowie uber um und uns unser unsere unserem unseren unserer unter vom von vor war waren warum was weil weiter welche
    wenn wer werde werden wie wieder wir wird wo wurde wurden zu zum zur zwei zwischen bitte neue neuen neuer neues
    au aux avec ce ceci cela celle celui ces cet cette chez comme comment dans de des deux donc dont du elle elles en
    encore entre est et etait ete etre eux fait faire il ils je la le les leur leurs lui ma mais me meme mes moi mon ne
    nos notre nous ou par pas plus pour pourquoi quand que quel quelle qui sa sans se selon ses si son sont sous sur ta
    te tes toi ton tous tout toute toutes tres tu un une vers vos votre vous bien nouveau nouvelle
    al algo algunos ante antes aqui asi aun cada como con contra cual cuando del desde donde dos el ella ellas ellos
    entre era es esa esas ese eso esos esta estan estar estas este esto estos fue ha hace hacia han hasta hay la las lo
    los mas mi mis muy nada no nos nosotros nuestra nuestro o otra otro para pero poco por porque pues que quien se sea
    ser si sin sobre solo son su sus tambien tan te tener tiene todo todos tu un una uno unos usted ustedes ya nuevo
    nueva buenos
    agli alla alle anche ancora avere c che chi ci coi col come cosa cui da dagli dal dalla dalle degli dei del della
    delle di dopo dove e ed era fra gli ha hanno ho i il io l loro ma mentre mia mio molto ne nei nel nella nelle non
    nostra nostro o per perche piu poi prima quale quando quella quello questa questo qui sono sopra sotto sta su sua
    sui sul sulla suo tra tutti tutto un una uno vi voi nuovo nuova buona
    a ao aos as ate com como da das de depois do dos e ela eles em era essa esse esta estao este eu foi isso isto ja
    mais mas me mesmo meu minha muito na nao nas nem no nos nossa nosso num numa o os ou para pela pelo por porque qual
    quando que quem se sem ser seu sua so tem tambem um uma voce voces novo nova bom boa
    aan al alle alles als altijd andere bij daar dan dat de deze die dit doen door dus een eens en er ge geen haar had
    heb hebben heeft hem het hier hij hoe hun iets ik in is ja je jij jou jouw jullie kan kon kunnen maar me meer met
    mij mijn moet na naar niet nog nu of om omdat ons onze ook op over reeds te tegen toch toen tot uit uw van veel voor
    waar want was wat we wel werd wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zonder zou nieuwe goede
    att av blev bli den det dig din du efter eller en ett fick for fran ha hade han har hon i icke in inte jag kan man
    med mig min mot mycket nar nej ni nu och om oss pa sa sig sin sina ska skulle som till under upp ut utan vad var
    vara vi vid vill
    re fw fwd fyi aw wg sv vs vb tr rv rif ynt antw antwoord enc res odp ang betr betreff asap eom ps pm am cc bcc
    three four five six seven eight nine ten eleven twelve hundred thousand drei vier funf sechs sieben acht neun zehn elf
    zwolf hundert tausend trois quatre cinq sept huit neuf dix tres cuatro cinco seis siete ocho nueve diez lists
    fyi eod cob eob tbd tbc tba rsvp eta ooo wfh pto imo imho btw afaik tldr lol pls plz thx thru misc etc approx dept
    mgmt mtg mtgs appt conf prelim recd incl excl ref refs nr vs est pst cst edt cdt pdt gmt utc cet cest ltd gmbh inc
    llc llp plc corp bzgl bzw evtl ggf usw zzgl inkl exkl mfg lg vg zhd stk svp cdlt attn urgent important wichtig dringend confidential draft final version rev fw mail email emails message messages
    nachricht nachrichten letter attached attachment attachments anhang anlage file files doc docs pdf xls ppt document
    documents dokument link links http https www com org net html unsubscribe newsletter noreply list digest reminder
    erinnerung rappel automatic reply autoreply out office undeliverable delivery failure delivered returned notification
    hi hello hey hallo dear liebe lieber guten tag bonjour salut hola ciao ola cher chere gruss grusse greetings regards
    best beste thanks thank thx danke dank merci gracias grazie obrigado obrigada bedankt tack cheers sorry welcome
    congratulations gluckwunsch happy birthday question questions frage fragen quick short note notes info information
    informationen update updates updated status follow following request requests anfrage answer response reply help
    check checking confirm confirmed confirmation review revised change changes changed cancelled canceled rescheduled
    invitation invite invited einladung accepted declined tentative meeting meetings meet besprechung termin termine
    reunion rdv call calls anruf conference appointment agenda lunch dinner coffee kaffee breakfast tomorrow today
    tonight yesterday heute morgen gestern week weeks weekly woche month monthly monat year years jahr day days daily
    tage time times zeit date dates datum hour hours minute minutes morning afternoon evening weekend
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun montag dienstag mittwoch
    donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles
    jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica
    january february march april june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec januar februar marz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout
    septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro abril maio
    junho julho setembro outubro novembro dezembro
    test none null untitled subject betreff objet asunto oggetto assunto nicht kein`,
  ),
)
