### What emails say, each message once for both parts.

## Facts

mail-for = Für:
mail-from = Von:
mail-when = Wann:
mail-until = Bis:
mail-account = Konto:
mail-browser = Browser:
mail-network = Netz:
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    })
mail-until-days =
    { $until } ({ $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    })
mail-works-once = Gilt einmal.
mail-nothing-to-do = Wenn Sie das waren, brauchen Sie nichts zu tun.

## A code and a link

mail-log-in-subject = Anmeldung bei { $app }
mail-prove-subject = Ändern Sie Ihre Adresse bei { $app }
mail-confirm-subject = Bestätigen Sie Ihre neue Adresse für { $app }
mail-code-preheader = Ihr Code und Link für { $email }, { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } gültig.
mail-type-code = Geben Sie diesen Code dort ein, wo Sie ihn angefordert haben:
mail-type-code-to-go-on = Um fortzufahren, geben Sie diesen Code dort ein, wo Sie ihn angefordert haben:
mail-type-code-to-confirm = Geben Sie diesen Code dort ein, wo Sie ihn angefordert haben. Von da an melden Sie sich mit dieser Adresse an:
mail-use-link = Verwenden Sie den Link; der Code gilt nur zusammen mit ihm:
mail-use-link-to-confirm = Verwenden Sie den Link; der Code gilt nur zusammen mit ihm. Von da an melden Sie sich mit dieser Adresse an:
mail-invited = Sie sind eingeladen. Öffnen Sie den Link unten und geben Sie dort diesen Code ein:
mail-somebody-wants-change = Jemand, wahrscheinlich Sie, möchte die Adresse Ihres Kontos in { $new_email } ändern.
mail-or-link = Oder öffnen Sie diesen Link in dem Browser, in dem Sie ihn angefordert haben:
mail-this-link = Das ist der Link:
mail-not-asked = Wenn Sie das nicht angefordert haben, ignorieren Sie es: Ohne den Code kommt niemand hinein.
mail-not-invited = Wenn Sie nicht wissen, was das ist, ignorieren Sie es: Ohne den Code kommt niemand hinein.
mail-not-asked-change = Wenn Sie das nicht waren, benutzt jemand einen Browser, in dem Sie angemeldet sind: Melden Sie sich an und melden Sie sich überall ab.
mail-other-browser-asks-code = In einem anderen Browser fragt der Link auch nach dem Code.
mail-other-browser-neither = In einem anderen Browser gilt keines von beiden.
mail-any-browser = Beide gelten in jedem Browser.
mail-never-give = Geben Sie den Code niemandem, und geben Sie ihn nur auf { $site } ein.

## A change of address that was asked for

mail-changing-subject = Ihre Adresse bei { $app } soll geändert werden
mail-changing-preheader = Von { $old_email } zu { $new_email }. Sie können das { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    } lang rückgängig machen.
mail-changing-heading = Ihre Adresse soll geändert werden
mail-changing = Ihr Konto bei { $app } soll eine andere E-Mail-Adresse bekommen:
mail-changing-logged-out = Es wurde überall abgemeldet. Wenn Sie das waren, brauchen Sie nichts zu tun: Sobald die neue Adresse bestätigt ist, gehört sie zu Ihrem Konto. Bis dahin melden Sie sich wie bisher mit der alten an.
mail-undo = Wenn Sie das nicht waren, öffnen Sie diesen Link und machen Sie die Änderung rückgängig:
mail-changing-not-you = Wenn Sie das nicht waren, hat jemand Ihr Konto benutzt oder liest Ihre E-Mails. Ändern Sie auch das Passwort Ihres E-Mail-Kontos.

## A change of address that has happened

mail-changed-subject = Ihre E-Mail-Adresse bei { $app } hat sich geändert
mail-changed-preheader = Von { $old_email } zu { $new_email }. Sie können das rückgängig machen bis { $until }.
mail-changed-heading = Ihre E-Mail-Adresse hat sich geändert
mail-changed = Die E-Mail-Adresse Ihres Kontos bei { $app } hat sich geändert:
mail-changed-was-you = Wenn Sie das waren, brauchen Sie nichts zu tun: Melden Sie sich mit der neuen an.
mail-changed-late = Wenn der Link nicht mehr funktioniert, melden Sie sich wie immer mit dieser Adresse an: Auch das führt dahin, die Änderung rückgängig zu machen. Und ändern Sie das Passwort Ihres E-Mail-Kontos: Wer das getan hat, liest es vielleicht.

## An address that somebody else wanted

mail-taken-subject = Jemand wollte Ihre Adresse bei { $app } verwenden
mail-taken-heading = Jemand wollte Ihre Adresse verwenden
mail-taken-preheader = { $email } gehört schon zu Ihrem Konto. Es hat sich nichts geändert.
mail-left-preheader = { $email } wird für ihr Konto freigehalten. Es hat sich nichts geändert.
mail-taken = Jemand wollte bei { $app } die Adresse eines anderen Kontos in { $email } ändern.
mail-taken-why = Sie gehört schon zu Ihrem Konto, deshalb hat sich nichts geändert.
mail-left-why = Ein Konto hatte diese Adresse bis vor Kurzem und kann noch zu ihr zurückkehren. Deshalb wird sie freigehalten, und es hat sich nichts geändert.
mail-taken-was-you = Wenn Sie das waren: Melden Sie sich mit dieser Adresse an, und Sie sind in diesem Konto. Um sie für das andere zu verwenden, ändern Sie zuerst die Adresse von diesem.
mail-left-was-you = Wenn Sie das waren: Öffnen Sie den Link in der E-Mail über jene Änderung, um zurückzukehren, oder warten Sie, bis seine Zeit abgelaufen ist.
mail-taken-not-you = Wenn Sie das nicht waren, brauchen Sie nichts zu tun. Diese E-Mail enthält keinen Code und keinen Link, und niemand hat erfahren, dass Sie ein Konto haben.

## A change of address that was undone

mail-undone-subject = Ihre E-Mail-Adresse bei { $app } wurde zurückgeändert
mail-undone-preheader = Das Konto hat wieder seine frühere E-Mail-Adresse.
mail-undone-heading = Eine Adressänderung wurde rückgängig gemacht
mail-undone = Das Konto bei { $app }, das zu { $email } gewechselt hatte, hat wieder die E-Mail-Adresse, die es davor hatte: Jemand, der dort die E-Mails liest, hat die Änderung rückgängig gemacht. Das Konto wurde überall abgemeldet, und mit dieser Adresse kann man sich nicht mehr anmelden.
mail-undone-was-you = Wenn Sie das waren, brauchen Sie nichts zu tun: Melden Sie sich mit der früheren Adresse an.
mail-undone-not-you = Wenn das Konto Ihres ist und Sie nicht wissen, wer das war, liest jemand die E-Mails Ihrer früheren Adresse: Ändern Sie dort das Passwort.

## A new browser

mail-new-browser-subject = Ein neuer Browser hat sich bei { $app } angemeldet
mail-new-browser-heading = Ein neuer Browser hat sich angemeldet
mail-new-browser = Ein Browser, den wir noch nicht kannten, hat sich bei Ihrem Konto bei { $app } angemeldet:
mail-new-browser-not-you = Wenn Sie das nicht waren, liest jemand Ihre E-Mails. Ändern Sie zuerst das Passwort Ihres E-Mail-Kontos. Öffnen Sie dann Ihre Kontoseite und melden Sie sich überall ab:
mail-open-account = Kontoseite öffnen
mail-new-browser-why = Ein privates Fenster zählt jedes Mal als neu. Es gibt höchstens drei dieser E-Mails in 24 Stunden; die Kontoseite zeigt jeden Browser, der angemeldet ist.
