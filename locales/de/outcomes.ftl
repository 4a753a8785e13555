### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = Geben Sie Ihre E-Mail-Adresse ein.
error-address-incomplete = Diese Adresse ist nicht vollständig. Sie sieht etwa so aus: ada@example.com.
error-address-too-long = Diese Adresse ist zu lang für E-Mail. Vielleicht wurde etwas doppelt eingefügt.
error-address-character = Diese Adresse enthält ein Zeichen, das wir nicht verwenden können, vielleicht ein unsichtbares. Geben Sie eine einfache Adresse ein, etwa ada@example.com.
error-address-domain = Prüfen Sie, was hinter dem @ steht: Keine E-Mail kommt dort an.
error-not-a-code = Ein Code hat { $digits } Ziffern. Geben Sie alle ein.
error-wrong-code = Dieser Code stimmt nicht.
error-tries-used-up = Das war ein falscher Code zu viel. Fordern Sie eine neue E-Mail an.
error-expired = Die Zeit für diese E-Mail ist abgelaufen. Fordern Sie eine neue an.
error-used = Diese E-Mail wurde schon benutzt. Fordern Sie eine neue an.
error-codes-off = Für diese Adresse wurden zu viele falsche Codes eingegeben; ein Code allein genügt deshalb nicht mehr. Öffnen Sie stattdessen den Link in der neuesten E-Mail.
error-no-challenge = Fordern Sie zuerst in diesem Browser einen Code an. Falls Sie das gerade getan haben, blockiert er vielleicht Cookies: Erlauben Sie sie für diese Website und versuchen Sie es noch einmal.
error-bad-link = Dieser Link ist nicht vollständig. Öffnen oder kopieren Sie ihn ganz aus der E-Mail, oder fordern Sie eine neue an. Falls Ihr Browser Cookies blockiert, erlauben Sie sie für diese Website.
error-code-needed = Geben Sie den Code ein, der in derselben E-Mail wie der Link steht.
error-only-where-asked = Dieser Wechsel der E-Mail-Adresse geht nur in dem Browser weiter, in dem er verlangt wurde. Geben Sie den Code dort ein.
error-too-soon = Eine E-Mail ist unterwegs. Warten Sie einen Moment, bevor Sie eine weitere anfordern.
error-emails-limited = Es wurden mehrere E-Mails angefordert. Die neueste in Ihrem Posteingang gilt auch hier, wer immer sie angefordert hat: Öffnen Sie ihren Link in diesem Browser und geben Sie ihren Code ein.
error-network-limited = Aus Ihrem Netz wurden viele E-Mails angefordert. Eine, die schon in Ihrem Posteingang ist, gilt auch hier: Öffnen Sie ihren Link in diesem Browser. In einem anderen Netz, etwa dem Ihres Telefons, müssen Sie nicht warten.
error-site-limited = Gerade fordern sehr viele Menschen E-Mails an. Eine, die schon in Ihrem Posteingang ist, gilt auch hier: Öffnen Sie ihren Link in diesem Browser.
error-change-limited = Zu dieser Adresse können Sie gerade nicht wechseln, weil viele E-Mails angefordert wurden. Versuchen Sie es etwas später noch einmal.
error-undo-email-limited = Diese E-Mail kann gerade nicht noch einmal gesendet werden, weil viele E-Mails angefordert wurden. Auch mit einer, die bei der früheren E-Mail-Adresse angekommen ist, lässt sich die Änderung rückgängig machen.
error-codes-limited = Aus Ihrem Netz wurden zu viele Codes eingegeben. Von Ihren Versuchen wurde keiner verbraucht.
error-enough-emails = Sie haben mehrere E-Mails angefordert. Die neueste in Ihrem Posteingang gilt noch.
error-same-address = Das ist schon Ihre Adresse. Geben Sie die neue ein.
error-change-refused = Ihre Adresse wurde nicht geändert: Mit dieser E-Mail geht das nicht mehr. Melden Sie sich mit der bisherigen Adresse an und verlangen Sie den Wechsel noch einmal.
error-email-taken = Diese E-Mail-Adresse gehört hier schon zu einem anderen Konto; Ihr Konto behält deshalb die seine. Wenn beide Ihnen gehören, fragen Sie die Betreiber dieser Website.
error-change-not-offered = E-Mail-Adressen werden hier nicht geändert. Fragen Sie die Betreiber dieser Website.
error-no-access = Die E-Mail-Adresse gehört Ihnen, hat hier aber keinen Zugang. Bitten Sie die Betreiber dieser Website darum, oder melden Sie sich mit einer anderen an.
error-address-moved-away = Das Konto mit dieser E-Mail-Adresse hat zu einer anderen gewechselt. Wenn Sie das nicht wollten, machen Sie es rückgängig.
error-bad-undo-link = Dieser Link ist nicht vollständig. Öffnen oder kopieren Sie ihn ganz aus der E-Mail. Falls Ihr Browser Cookies blockiert, erlauben Sie sie für diese Website.
error-undo-expired = Die Zeit, diese Änderung rückgängig zu machen, ist abgelaufen.
error-undo-used = Diese Änderung wurde schon rückgängig gemacht. Es gibt nichts mehr zu tun.
error-not-sure = Setzen Sie zuerst das Häkchen, damit klar ist, dass Sie es wollen.
error-no-such-session = Unter Ihren Sitzungen gibt es diese nicht.
error-logged-out-meanwhile = Sie wurden inzwischen abgemeldet. Melden Sie sich an und versuchen Sie es noch einmal.
error-client-unknown = Wie oft das von einem Ort aus geschehen darf, ist begrenzt, und diese Website hat nicht erfahren, wo Sie sind. Der Fehler liegt bei uns; es wurde nichts geändert.
error-bad-request = Das kam nicht vollständig bei uns an. Versuchen Sie es noch einmal.
error-unavailable = Bei uns stimmt etwas nicht. Es wurde nichts geändert; versuchen Sie es gleich noch einmal.

## What has happened

notice-logged-out = Sie sind abgemeldet.
notice-logged-out-everywhere = Sie wurden überall abgemeldet.
notice-session-ended = Sie wurden von einem anderen Browser aus abgemeldet.
notice-address-changing = Sie wurden überall abgemeldet, weil Ihre E-Mail-Adresse geändert wird. Bis die neue bestätigt ist, melden Sie sich mit der alten an.
notice-address-changed = Sie wurden überall abgemeldet, weil sich Ihre E-Mail-Adresse geändert hat. Melden Sie sich mit der neuen an.
notice-change-undone = Die Änderung Ihrer E-Mail-Adresse wurde rückgängig gemacht, und Sie wurden überall abgemeldet.
notice-others-change-undone = Die Änderung jener E-Mail-Adresse wurde rückgängig gemacht, und ihr Konto wurde überall abgemeldet. Mit Ihrem eigenen sind Sie hier weiterhin angemeldet.
notice-session-expired = Ihre Sitzung ist abgelaufen. Melden Sie sich wieder an, um fortzufahren.
notice-session-replaced = Diese Sitzung wurde durch eine neuere im selben Browser ersetzt.
notice-log-in-first = Melden Sie sich an, um diese Seite zu sehen.
notice-email-again = Wir haben Ihnen noch eine E-Mail gesendet.
notice-new-address = Das ist jetzt Ihre E-Mail-Adresse. Überall sonst wurden Sie abgemeldet.
notice-other-ended = Dieser Browser ist abgemeldet.
notice-others-ended = Alle Ihre anderen Browser sind abgemeldet.
notice-change-cancelled = Ihre E-Mail-Adresse bleibt, wie sie ist.
notice-undo-email-sent = Wir haben die E-Mail noch einmal an Ihre frühere Adresse gesendet. Ihr Link macht die Änderung rückgängig.

## Why an email certainly does not arrive

refused = Kein Mailserver hat sie angenommen. Prüfen Sie die Adresse; wenn sie stimmt, liegt der Fehler bei uns: Versuchen Sie es gleich noch einmal.
not-handed-over = Kein Mailserver hat sie angenommen. Der Fehler liegt bei uns: Versuchen Sie es gleich noch einmal.

## What the account page calls something that has happened

event-log-in-requested = E-Mail angefordert
event-logged-in = Angemeldet
event-log-in-failed = Vergeblich versucht, sich anzumelden
event-tries-used-up = Alle Versuche mit falschen Codes verbraucht
event-codes-off = Hundert falsche Codes: nur noch ein Link meldet an
event-used-again = Eine schon benutzte E-Mail versucht
event-logged-out = Abgemeldet
event-logged-out-everywhere = Überall abgemeldet
event-session-ended = Einen Browser aus der Liste abgemeldet
event-others-ended = Alle anderen Browser abgemeldet
event-limited = Zu oft angefragt
event-not-allowed = Versucht, eine fremde Sitzung zu beenden
event-no-access = Eine E-Mail-Adresse ohne Zugang bestätigt
event-change-asked = Änderung der E-Mail-Adresse verlangt
event-change-refused = Änderung der E-Mail-Adresse abgelehnt
event-address-changed = E-Mail-Adresse geändert
event-change-undone = Änderung der E-Mail-Adresse rückgängig gemacht
event-change-cancelled = Änderung der E-Mail-Adresse abgebrochen
event-undo-offered = Die E-Mail-Adresse bestätigt, die das Konto verlassen hat
event-email-refused = Ein Mailserver hat eine E-Mail über eine Adressänderung abgelehnt
event-email-given-up = Eine E-Mail über eine Adressänderung war nicht zustellbar
event-user-created = Konto angelegt
event-forgotten = Konto vergessen

## Pages of failures: a title, and what to do

failure = Fehler { $status }
fault-origin-title = Ihr Browser hat etwas weggelassen
fault-origin = Zu Ihrer Sicherheit dürfen das nur unsere eigenen Seiten, und Ihr Browser hat nicht gesagt, auf welcher Seite er war: Er hat weder den Header Origin noch Sec-Fetch-Site gesendet. Vielleicht entfernt sie eine Datenschutz-Erweiterung oder ein Proxy. Erlauben Sie sie für diese Website oder nehmen Sie einen anderen Browser.
fault-client-title = Wir wissen nicht, wo Sie sind
fault-client = Wie oft das von einem Ort aus geschehen darf, ist begrenzt, und diese Website hat nicht erfahren, wo Sie sind. Der Fehler liegt bei uns und wurde vermerkt. Es wurde nichts geändert oder verbraucht; versuchen Sie es später noch einmal.
fault-server-title = Dieser Server ist noch nicht bereit
fault-other-address-title = Diese Seite ist unter einer anderen Adresse geöffnet
fault-other-address = Zu Ihrer Sicherheit geht das nur unter der eigenen Adresse der Website. Gehen Sie zur Startseite und tun Sie es dort.
not-found-title = Hier gibt es nichts
not-found = Die Seite ist vielleicht umgezogen, oder ihre Adresse enthält einen Tippfehler.
unauthorized-title = Melden Sie sich zuerst an
unauthorized = Das ist nur für angemeldete Personen. Gehen Sie zur Startseite und melden Sie sich dort an.
no-such-part-title = Diesen Teil gibt es nicht
no-such-part = Die Datei ist kürzer. Laden Sie sie ganz.
forbidden-title = Das kam von einer anderen Website
forbidden = Zu Ihrer Sicherheit dürfen das nur unsere eigenen Seiten. Gehen Sie zur Startseite und versuchen Sie es von dort.
not-here-title = Das geht hier nicht
not-here = Diese Adresse lässt sich nicht für sich öffnen. Gehen Sie zur Startseite und suchen Sie den Weg von dort.
too-slow-title = Das hat zu lange gedauert
too-slow = Die Verbindung war zu langsam. Gehen Sie zurück und versuchen Sie es noch einmal.
too-large-title = Das war zu viel
too-large = Das Formular enthielt mehr, als wir annehmen können. Gehen Sie zurück und kürzen Sie es.
too-many-title = Bitte etwas langsamer
too-many = Es waren zu viele Anfragen. Versuchen Sie es gleich noch einmal.
back-soon-title = Wir sind gleich wieder da
back-soon = Etwas bei uns antwortet nicht. Es ging nichts verloren und wurde nichts verbraucht; versuchen Sie es gleich noch einmal.
went-wrong-title = Etwas ist schiefgegangen
went-wrong = Der Fehler liegt bei uns und wurde vermerkt. Gehen Sie zurück und versuchen Sie es noch einmal.
not-whole-title = Das kam nicht vollständig bei uns an
not-whole = Gehen Sie zurück und versuchen Sie es noch einmal.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es noch einmal.
did-not-work = Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.
