### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = Italiano
language = Lingua
change-language = Cambia lingua

## Buttons and links of several pages

log-in = Accedi
logging-in = Accesso in corso…
log-out = Esci
logging-out = Uscita in corso…
log-out-everywhere = Esci ovunque
sending = Invio in corso…
go-on = Continua
going-on = Un momento…
go-to-start = Vai alla pagina iniziale
stay-logged-in = Resta connesso
ask-for-new-email = Chiedi una nuova e-mail
send-me-a-code = Inviami un codice
use-another-address = Usa un altro indirizzo
keep-address = Lascia l’indirizzo com’è
change-address = Cambia indirizzo
changing = Modifica in corso…
your-account = Il tuo account
keep-me-logged-in = Resta connesso in questo browser
you-are-logged-in-as = Hai effettuato l’accesso come { $email }.
you-are-logged-in-here-as = Qui hai effettuato l’accesso come { $email }.
questions = Domande? { $support }
offline = Sei offline. Quello che hai scritto è ancora qui; invialo di nuovo quando torni online.

## Home

welcome-back = Bentornato
without-password = Accedi senza password
needs-only-email = A { $app } serve solo il tuo indirizzo e-mail. Ti inviamo un codice e un link; con uno dei due entri, e nessuno può indovinare, rubare o dimenticare una password che non esiste.
home-description = { $app } non ha bisogno di password: accedi con un codice o un link che inviamo al tuo indirizzo e-mail.

## The page that asks for the email address

check-your-address = Controlla il tuo indirizzo
log-in-to = Accedi a { $app }
your-email-address = Il tuo indirizzo e-mail
we-will-send = Ti invieremo un codice e un link. Non serve nessuna password.
log-in-description = Accedi a { $app } con il tuo indirizzo e-mail. Ti inviamo un codice e un link; ne basta uno.

## The page that asks for the code

check-your-email = Controlla la tua e-mail
prove-its-you = Conferma che sei tu
check-new-address = Controlla il nuovo indirizzo
another-not-sent = Non siamo riusciti a inviarti un’altra e-mail. La precedente vale ancora.
not-confirmed = Il nostro server di posta non ha ancora confermato la tua e-mail. Potrebbe ancora arrivare: in tal caso il codice e il link valgono. Altrimenti chiedine un’altra.
prove-present-first = Hai effettuato l’accesso da un po’: conferma prima il tuo indirizzo attuale. Poi il passaggio a { $email } proseguirà.
logged-out-for-change = Il tuo account è stato disconnesso ovunque. Appena il nuovo indirizzo sarà confermato, sarà tuo; fino ad allora puoi accedere con quello vecchio.
sending-to = Stiamo inviando un codice e un link a { $email }. Valgono per { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minuti
    }, fino a: { $until }.
sent-to = Abbiamo inviato un codice e un link a { $email }. Valgono per { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minuti
    }, fino a: { $until }.
open-inbox = Apri { $name }
code-from-email = Codice ricevuto via e-mail
digits = { $digits } cifre. Gli spazi non contano.
use-this-address = Usa questo indirizzo
type-or-open = Scrivilo di nuovo o apri il link nell’e-mail.
last-code = È stato un codice errato di troppo. Chiedi una nuova e-mail o apri il link nell’e-mail.
tries-left =
    { $left ->
        [one] Resta { $left } tentativo.
       *[other] Restano { $left } tentativi.
    }
look-in-spam = Non è arrivato nulla? Guarda nella posta indesiderata.
look-in-spam-each-works = Non è arrivato nulla? Guarda nella posta indesiderata. Hai chiesto più e-mail; ognuna vale ancora.
send-again = Invia di nuovo
in-time = tra { $time }
log-in-with-old-address = Accedi con l’indirizzo che avevi
not-sent = Non siamo riusciti a inviare la tua e-mail
meant-for = Era destinata a { $email }.
try-again = Riprova
ask-for-new-code = Chiedi un nuovo codice
send-me-new-code = Inviami un nuovo codice
we-will-send-to = Lo invieremo a { $email }.
we-will-send-to-present = Lo invieremo al tuo indirizzo attuale. Poi il passaggio a { $email } proseguirà.
still-old-change-again = Il tuo indirizzo è ancora quello vecchio. Accedi con quello e cambialo di nuovo in { $email }.

## The page where an email's link leads

another-is-logged-in = Qui hai effettuato l’accesso come { $email }. Continuando, quell’account viene disconnesso. { $stay }
log-in-question = Accedere?
logs-you-in-as = Accederai come { $email }.
change-question = Cambiare indirizzo?
proves-and-changes = Questo conferma che sei { $email } e cambia il tuo indirizzo in { $new_email }. Il tuo account sarà disconnesso ovunque.
use-question = Usare questo indirizzo?
from-now-on = D’ora in poi accedi con { $email }. Così entri.
type-code-too = Scrivi anche il codice
asked-in-another-browser = Questo link è stato chiesto in un altro browser: { $browser }, { $client }, { $asked_at }.
to-log-in-here = Per accedere qui come { $email }, scrivi il codice della stessa e-mail. Se non hai chiesto nulla, chiudi questa pagina.
change-only-where-asked = Il cambio di indirizzo prosegue solo nel browser che l’ha chiesto.
code = Codice
digits-with-link = { $digits } cifre, nell’e-mail con questo link
type-where-asked = Scrivi il codice dove l’hai chiesto
somebody-wants-address = Qualcuno vuole usare { $email } come indirizzo e-mail del proprio account. L’ha chiesto in un altro browser: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = Se sei stato tu, torna a quel browser e scrivi lì il codice della stessa e-mail. Il cambio non prosegue da nessun’altra parte.
give-code-to-nobody = Se non l’hai chiesto tu, non dare il codice a nessuno: il tuo indirizzo diventerebbe quello dell’account di qualcun altro.
code-instead = Questo link non è completo. Scrivi invece il codice della stessa e-mail.
type-the-code = Scrivi il codice
still-old-ask-again = Il tuo indirizzo è ancora quello vecchio. Accedi con quello e chiedi di nuovo il cambio.
link-used = Questo link è già stato usato
link-expired = Questo link è scaduto
too-many-wrong-codes = Troppi codici errati
link-does-not-work = Questo link non funziona

## The account page

email-address = Indirizzo e-mail
you-log-in-with = Accedi con { $email }.
change-waits = Un passaggio a { $email } attende conferma.
cancel-change = Annulla il cambio
cancelling = Annullamento…
it-changed = È passato da { $old_email } a { $new_email }: { $moved_at }. Con l’e-mail inviata all’indirizzo precedente puoi tornare indietro, fino a: { $until }.
send-that-email-again = Invia di nuovo quell’e-mail
where-logged-in = Dove hai effettuato l’accesso
in-browsers =
    { $count ->
        [1] Solo in questo browser.
       *[other] In { $count } browser. Disconnetti quelli che non conosci o non usi più.
    }
none-on-this-page = In questa pagina non ce ne sono.
this-one = Questo
last-seen = Ultima attività: { $at } · { $client }
logged-in-at = Accesso: { $at }
log-out-which = Disconnetti { $browser }, { $client }, accesso: { $since }
stays-until = Questo browser resta connesso al massimo fino a: { $at }.
log-out-others = Disconnetti tutti gli altri
pages-of-list = Pagine dell’elenco
earlier-page = Pagina precedente
next-page = Pagina successiva
page-of = Pagina { $number } di { $pages }
recent-activity = Attività recente
not-you = Qualcosa qui che non hai fatto tu? Chi può leggere la tua e-mail può accedere: cambia prima la password della tua e-mail.
unknown-browser = Un browser sconosciuto
browser-on-system = { $browser } su { $system }
unknown-client = sconosciuto

## The form for another email address, on our pages and on others

new-email-address = Nuovo indirizzo e-mail
what-a-change-does = Gli invieremo un codice e avviseremo il tuo indirizzo attuale. Il tuo account sarà disconnesso ovunque.
type-new-address = Scrivi il tuo nuovo indirizzo e-mail.
that-is-yours = Questo è già il tuo indirizzo. Scrivi quello nuovo.

## A page whose session has ended

you-are-logged-out = Sei uscito

## The page that undoes a change of email address

undo-question = Tornare indietro?
nothing-to-undo = Niente da annullare
address-is-now = L’indirizzo di questo account ora è { $email }; { $log_in }.
log-in-with-that = accedi con quello
or-give-back = Oppure, se non lo vuoi, restituisci all’account il vecchio indirizzo e-mail:
somebody-asked = Qualcuno ha chiesto di cambiare l’indirizzo e-mail di questo account, { $asked_at }:
from = Da
to = A
undo-moved = L’account ha già il nuovo indirizzo. Annullando il cambio riprende quello vecchio e viene disconnesso ovunque. Puoi farlo fino a: { $until }.
undo-not-proved = Il nuovo indirizzo non è ancora confermato. Annullando il cambio l’account mantiene quello vecchio e viene disconnesso ovunque. Puoi farlo fino a: { $until }.
i-dont-want = Non voglio questo cambio
undo = Annulla il cambio
undoing = Annullamento…

## The page that asks before it logs out everywhere

log-out-everywhere-question = Uscire ovunque?
ends-all = Così terminano tutte le tue sessioni, in questo browser e in tutti gli altri. Ogni pagina ancora aperta si chiude.

## The page of a limit

a-little-later = Un po’ più tardi
open-it-all-the-same = È troppo vecchia o per un altro indirizzo? Apri comunque il suo link, poi chiedi di nuovo qui.
ask-again-from = Puoi chiedere di nuovo a partire da: { $until }.
go-on-from = Puoi continuare a partire da: { $until }.
type-a-code = Scrivi un codice
one-moment = Un momento…
back-to-account = Torna al tuo account

## The development mailbox

mailbox = Casella di posta
mailbox-lead = E-mail di questo server di sviluppo, dalla più recente. Restano in memoria finché non si ferma; imposta { $setting } e andranno a un server di posta.
no-emails = Ancora nessuna e-mail. { $ask }.
ask-for-one = Chiedine una
email-to-at = A { $email } · { $at }
email-to = E-mail per { $email }
as-plain-text = Come testo semplice

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = proprio ora
minutes-ago =
    { $minutes ->
        [one] { $minutes } minuto fa
       *[other] { $minutes } minuti fa
    }
yesterday = ieri
today = oggi
tomorrow = domani
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
