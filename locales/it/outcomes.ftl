### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = Scrivi il tuo indirizzo e-mail.
error-address-incomplete = Questo indirizzo non è completo. Dovrebbe somigliare a ada@example.com.
error-address-too-long = Questo indirizzo è troppo lungo per un’e-mail. Controlla se qualcosa è stato incollato due volte.
error-address-character = Questo indirizzo contiene un carattere che non possiamo usare, forse invisibile. Scrivi un indirizzo semplice, come ada@example.com.
error-address-domain = Controlla quello che segue la @: nessuna e-mail può arrivarci.
error-not-a-code = Un codice ha { $digits } cifre. Scrivile tutte.
error-wrong-code = Questo codice non corrisponde.
error-tries-used-up = È stato un codice errato di troppo. Chiedi una nuova e-mail.
error-expired = Il tempo di questa e-mail è scaduto. Chiedine una nuova.
error-used = Questa e-mail è già stata usata. Chiedine una nuova.
error-codes-off = Sono stati provati troppi codici errati per questo indirizzo, quindi un codice da solo non basta più. Apri invece il link nell’e-mail più recente.
error-no-challenge = Chiedi prima un codice in questo browser. Se l’hai appena fatto, forse blocca i cookie: consentili per questo sito e riprova.
error-bad-link = Questo link non è completo. Aprilo o copialo per intero dall’e-mail, oppure chiedine una nuova. Se il tuo browser blocca i cookie, consentili per questo sito.
error-code-needed = Scrivi il codice che si trova nella stessa e-mail del link.
error-only-where-asked = Questo cambio di indirizzo e-mail prosegue solo nel browser che l’ha chiesto. Scrivi lì il codice.
error-too-soon = Un’e-mail è in arrivo. Aspetta un momento prima di chiederne un’altra.
error-emails-limited = Sono state chieste più e-mail. La più recente nella tua posta in arrivo vale anche qui, chiunque l’abbia chiesta: apri il suo link in questo browser e scrivi il suo codice.
error-network-limited = Sono state chieste molte e-mail dalla tua rete. Se ne hai già una nella posta in arrivo, vale anche qui: apri il suo link in questo browser. Un’altra rete, come quella del tuo telefono, non deve aspettare.
error-site-limited = In questo momento moltissime persone chiedono e-mail. Se ne hai già una nella posta in arrivo, vale anche qui: apri il suo link in questo browser.
error-change-limited = Per ora non puoi passare a quell’indirizzo, perché sono state chieste molte e-mail. Riprova un po’ più tardi.
error-undo-email-limited = Per ora quell’e-mail non può essere inviata di nuovo, perché ne sono state chieste molte. Anche quella già arrivata all’indirizzo precedente annulla il cambio.
error-codes-limited = Sono stati provati troppi codici dalla tua rete. Nessuno dei tuoi tentativi è stato consumato.
error-enough-emails = Hai chiesto più e-mail. La più recente nella tua posta in arrivo vale ancora.
error-same-address = Questo è già il tuo indirizzo. Scrivi quello nuovo.
error-change-refused = Il tuo indirizzo non è stato cambiato: questa e-mail non può più farlo. Accedi con l’indirizzo che avevi e chiedi di nuovo il cambio.
error-email-taken = Un altro account di questo sito ha già quell’indirizzo e-mail, quindi il tuo mantiene quello che ha. Se entrambi sono tuoi, chiedi a chi gestisce il sito.
error-change-not-offered = Qui gli indirizzi e-mail non si cambiano. Chiedi a chi gestisce il sito.
error-no-access = L’indirizzo e-mail è tuo, ma qui non ha accesso. Chiedi a chi gestisce il sito di abilitarlo o accedi con un altro.
error-address-moved-away = L’account con questo indirizzo e-mail è passato a un altro. Se non lo volevi, torna indietro.
error-bad-undo-link = Questo link non è completo. Aprilo o copialo per intero dall’e-mail. Se il tuo browser blocca i cookie, consentili per questo sito.
error-undo-expired = Il tempo per annullare questo cambio è scaduto.
error-undo-used = Questo cambio è già stato annullato. Non resta nulla da annullare.
error-not-sure = Spunta prima la casella per confermare che lo vuoi davvero.
error-no-such-session = Questa sessione non è tra le tue.
error-logged-out-meanwhile = Nel frattempo sei stato disconnesso. Accedi e riprova.
error-client-unknown = Il numero di volte in cui questo si può fare da uno stesso luogo è limitato, e questo sito non ha saputo dove ti trovi. L’errore è nostro; non è stato cambiato nulla.
error-bad-request = Non ci è arrivato per intero. Riprova.
error-unavailable = Qualcosa non va da parte nostra. Non è stato cambiato nulla; riprova tra un momento.

## What has happened

notice-logged-out = Sei uscito.
notice-logged-out-everywhere = Il tuo account è stato disconnesso ovunque.
notice-session-ended = Sei stato disconnesso da un altro browser.
notice-address-changing = Il tuo account è stato disconnesso ovunque perché il tuo indirizzo e-mail sta cambiando. Finché il nuovo non è confermato, accedi con quello vecchio.
notice-address-changed = Il tuo account è stato disconnesso ovunque perché il tuo indirizzo e-mail è cambiato. Accedi con quello nuovo.
notice-change-undone = Il cambio del tuo indirizzo e-mail è stato annullato e il tuo account è stato disconnesso ovunque.
notice-others-change-undone = Il cambio di quell’indirizzo e-mail è stato annullato e il suo account è stato disconnesso ovunque. Qui resti connesso con il tuo.
notice-session-expired = La tua sessione è scaduta. Accedi di nuovo per continuare.
notice-session-replaced = Questa sessione è stata sostituita da una più recente nello stesso browser.
notice-log-in-first = Accedi per vedere quella pagina.
notice-email-again = Ti abbiamo inviato un’altra e-mail.
notice-new-address = Questo è ora il tuo indirizzo e-mail. Sei stato disconnesso ovunque altrove.
notice-other-ended = Quel browser è stato disconnesso.
notice-others-ended = Tutti gli altri tuoi browser sono stati disconnessi.
notice-change-cancelled = Il tuo indirizzo e-mail resta com’è.
notice-undo-email-sent = Abbiamo inviato di nuovo l’e-mail al tuo indirizzo precedente. Il suo link annulla il cambio.

## Why an email certainly does not arrive

refused = Nessun server di posta l’ha accettata. Controlla l’indirizzo; se è giusto, l’errore è nostro: riprova tra un momento.
not-handed-over = Nessun server di posta l’ha accettata. L’errore è nostro: riprova tra un momento.

## What the account page calls something that has happened

event-log-in-requested = E-mail chiesta
event-logged-in = Accesso
event-log-in-failed = Tentativo di accesso non riuscito
event-tries-used-up = Tutti i tentativi consumati con codici errati
event-codes-off = Cento codici errati: ora accede solo un link
event-used-again = Provata un’e-mail già usata
event-logged-out = Uscita
event-logged-out-everywhere = Uscita ovunque
event-session-ended = Un browser dell’elenco disconnesso
event-others-ended = Tutti gli altri browser disconnessi
event-limited = Troppe richieste
event-not-allowed = Tentativo di terminare la sessione di altri
event-no-access = Confermato un indirizzo e-mail senza accesso
event-change-asked = Chiesto il cambio dell’indirizzo e-mail
event-change-refused = Cambio dell’indirizzo e-mail rifiutato
event-address-changed = Indirizzo e-mail cambiato
event-change-undone = Cambio dell’indirizzo e-mail annullato a posteriori
event-change-cancelled = Richiesta di cambio dell’indirizzo e-mail annullata
event-undo-offered = Confermato l’indirizzo e-mail che l’account ha lasciato
event-email-refused = Un server di posta ha rifiutato un’e-mail su un cambio di indirizzo
event-email-given-up = Un’e-mail su un cambio di indirizzo non è stata recapitata
event-user-created = Account creato
event-forgotten = Account dimenticato

## Pages of failures: a title, and what to do

failure = Errore { $status }
fault-origin-title = Il tuo browser ha omesso qualcosa
fault-origin = Per la tua sicurezza solo le nostre pagine possono farlo, e il tuo browser non ha detto in quale pagina si trovava: non ha inviato né l’intestazione Origin né Sec-Fetch-Site. Forse le toglie un’estensione per la privacy o un proxy. Consentile per questo sito o usa un altro browser.
fault-client-title = Non sappiamo dove ti trovi
fault-client = Il numero di volte in cui questo si può fare da uno stesso luogo è limitato, e questo sito non ha saputo dove ti trovi. L’errore è nostro ed è stato annotato. Non è stato cambiato né consumato nulla; riprova più tardi.
fault-server-title = Questo server non è ancora pronto
fault-other-address-title = Questa pagina è aperta a un altro indirizzo
fault-other-address = Per la tua sicurezza questo funziona solo all’indirizzo del sito. Vai alla pagina iniziale e fallo da lì.
not-found-title = Qui non c’è nulla
not-found = La pagina può essere stata spostata, oppure l’indirizzo contiene un errore di battitura.
unauthorized-title = Prima accedi
unauthorized = Questo è per chi ha effettuato l’accesso. Vai alla pagina iniziale e accedi da lì.
no-such-part-title = Questa parte non esiste
no-such-part = Il file è più corto. Caricalo per intero.
forbidden-title = Veniva da un altro sito
forbidden = Per la tua sicurezza solo le nostre pagine possono farlo. Vai alla pagina iniziale e riprova da lì.
not-here-title = Qui non si può fare
not-here = Questo indirizzo non si può aprire da solo. Vai alla pagina iniziale e trova la strada da lì.
too-slow-title = Ci è voluto troppo tempo
too-slow = La connessione era troppo lenta. Torna indietro e riprova.
too-large-title = Era troppo
too-large = Il modulo conteneva più di quanto possiamo accettare. Torna indietro e accorcialo.
too-many-title = Un po’ più piano, per favore
too-many = Ci sono state troppe richieste. Riprova tra un momento.
back-soon-title = Torniamo subito
back-soon = Qualcosa da parte nostra non risponde. Nulla è andato perso o consumato; riprova tra un momento.
went-wrong-title = Qualcosa è andato storto
went-wrong = L’errore è nostro ed è stato annotato. Torna indietro e riprova.
not-whole-title = Non ci è arrivato per intero
not-whole = Torna indietro e riprova.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = Sei uscito. Accedi e riprova.
did-not-work = Non ha funzionato. Riprova tra un momento.
