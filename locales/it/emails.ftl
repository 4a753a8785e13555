### What emails say, each message once for both parts.

## Facts

mail-for = Per:
mail-from = Da:
mail-when = Quando:
mail-until = Fino a:
mail-account = Account:
mail-browser = Browser:
mail-network = Rete:
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minuti
    })
mail-until-days =
    { $until } ({ $days ->
        [one] { $days } giorno
       *[other] { $days } giorni
    })
mail-works-once = Vale una volta sola.
mail-nothing-to-do = Se sei stato tu, non devi fare nulla.

## A code and a link

mail-log-in-subject = Accedi a { $app }
mail-prove-subject = Cambia il tuo indirizzo su { $app }
mail-confirm-subject = Conferma il tuo nuovo indirizzo per { $app }
mail-code-preheader = Il tuo codice e il tuo link per { $email }, validi per { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minuti
    }.
mail-type-code = Scrivi questo codice dove l’hai chiesto:
mail-type-code-to-go-on = Per continuare, scrivi questo codice dove l’hai chiesto:
mail-type-code-to-confirm = Scrivi questo codice dove l’hai chiesto. Da allora accedi con questo indirizzo:
mail-use-link = Usa il link; il codice vale solo insieme a esso:
mail-use-link-to-confirm = Usa il link; il codice vale solo insieme a esso. Da allora accedi con questo indirizzo:
mail-invited = Hai ricevuto un invito. Apri il link qui sotto e scrivi lì questo codice:
mail-somebody-wants-change = Qualcuno, probabilmente tu, vuole cambiare l’indirizzo del tuo account in { $new_email }.
mail-or-link = Oppure apri questo link nel browser in cui l’hai chiesto:
mail-this-link = Questo è il link:
mail-not-asked = Se non l’hai chiesto tu, ignora questa e-mail: senza il codice non entra nessuno.
mail-not-invited = Se non sai di che cosa si tratta, ignora questa e-mail: senza il codice non entra nessuno.
mail-not-asked-change = Se non sei stato tu, qualcuno usa un browser in cui hai effettuato l’accesso: accedi ed esci ovunque.
mail-other-browser-asks-code = In un altro browser il link chiede anche il codice.
mail-other-browser-neither = In un altro browser non vale nessuno dei due.
mail-any-browser = Entrambi valgono in qualsiasi browser.
mail-never-give = Non dare mai il codice a nessuno e scrivilo solo su { $site }.

## A change of address that was asked for

mail-changing-subject = Il tuo indirizzo su { $app } sta per cambiare
mail-changing-preheader = Da { $old_email } a { $new_email }. Puoi tornare indietro per { $days ->
        [one] { $days } giorno
       *[other] { $days } giorni
    }.
mail-changing-heading = Il tuo indirizzo sta per cambiare
mail-changing = Il tuo account su { $app } sta per avere un altro indirizzo e-mail:
mail-changing-logged-out = È stato disconnesso ovunque. Se sei stato tu, non devi fare nulla: appena il nuovo indirizzo sarà confermato, sarà tuo. Fino ad allora accedi con quello vecchio come prima.
mail-undo = Se non sei stato tu, apri questo link e annulla il cambio:
mail-changing-not-you = Se non sei stato tu, qualcuno ha usato il tuo account o legge la tua e-mail. Cambia anche la password della tua e-mail.

## A change of address that has happened

mail-changed-subject = Il tuo indirizzo e-mail su { $app } è cambiato
mail-changed-preheader = Da { $old_email } a { $new_email }. Puoi tornare indietro fino a: { $until }.
mail-changed-heading = Il tuo indirizzo e-mail è cambiato
mail-changed = L’indirizzo e-mail del tuo account su { $app } è cambiato:
mail-changed-was-you = Se sei stato tu, non devi fare nulla: accedi con quello nuovo.
mail-changed-late = Se il link non funziona più, accedi con questo indirizzo come sempre: anche così si arriva ad annullare il cambio. E cambia la password della tua e-mail: chi ha fatto questo forse la sta leggendo.

## An address that somebody else wanted

mail-taken-subject = Qualcuno ha provato a usare il tuo indirizzo su { $app }
mail-taken-heading = Qualcuno ha provato a usare il tuo indirizzo
mail-taken-preheader = { $email } appartiene già al tuo account. Non è cambiato nulla.
mail-left-preheader = { $email } è riservato al suo account. Non è cambiato nulla.
mail-taken = Qualcuno voleva cambiare l’indirizzo di un altro account su { $app } in { $email }.
mail-taken-why = Appartiene già al tuo account, quindi non è cambiato nulla.
mail-left-why = Un account aveva questo indirizzo fino a poco fa e può ancora tornarci; perciò è riservato e non è cambiato nulla.
mail-taken-was-you = Se sei stato tu: accedi con questo indirizzo e sei in questo account. Per usarlo per l’altro, cambia prima l’indirizzo di questo.
mail-left-was-you = Se sei stato tu: apri il link nell’e-mail su quel cambio per tornare indietro, oppure aspetta che il suo tempo scada.
mail-taken-not-you = Se non sei stato tu, non devi fare nulla. Questa e-mail non contiene né codice né link, e a nessuno è stato detto che hai un account.

## A change of address that was undone

mail-undone-subject = Il tuo indirizzo e-mail su { $app } è tornato quello di prima
mail-undone-preheader = L’account è tornato al suo indirizzo e-mail precedente.
mail-undone-heading = Un cambio di indirizzo e-mail è stato annullato
mail-undone = L’account su { $app } che era passato a { $email } è tornato all’indirizzo e-mail che aveva prima: qualcuno che legge quell’indirizzo ha annullato il cambio. L’account è stato disconnesso ovunque, e con questo indirizzo non vi si accede più.
mail-undone-was-you = Se sei stato tu, non devi fare nulla: accedi con l’indirizzo precedente.
mail-undone-not-you = Se l’account è tuo e non sai chi l’ha fatto, qualcuno legge le e-mail del tuo indirizzo precedente: cambiane la password.

## A new browser

mail-new-browser-subject = Un nuovo browser ha effettuato l’accesso a { $app }
mail-new-browser-heading = Un nuovo browser ha effettuato l’accesso
mail-new-browser = Un browser che non avevamo mai visto ha effettuato l’accesso al tuo account su { $app }:
mail-new-browser-not-you = Se non sei stato tu, qualcuno legge le tue e-mail. Cambia prima la password della tua e-mail. Poi apri la pagina del tuo account ed esci ovunque:
mail-open-account = Apri la pagina del tuo account
mail-new-browser-why = Una finestra privata conta ogni volta come nuova. Ci sono al massimo tre di queste e-mail in 24 ore; la pagina del tuo account elenca tutti i browser connessi.
