### What emails say, each message once for both parts.

## Facts

mail-for = Voor:
mail-from = Van:
mail-when = Wanneer:
mail-until = Tot:
mail-account = Account:
mail-browser = Browser:
mail-network = Netwerk:
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] { $minutes } minuut
       *[other] { $minutes } minuten
    })
mail-until-days =
    { $until } ({ $days ->
        [one] { $days } dag
       *[other] { $days } dagen
    })
mail-works-once = Werkt één keer.
mail-nothing-to-do = Was jij dat, dan hoef je niets te doen.

## A code and a link

mail-log-in-subject = Inloggen bij { $app }
mail-prove-subject = Wijzig je adres bij { $app }
mail-confirm-subject = Bevestig je nieuwe adres voor { $app }
mail-code-preheader = Je code en link voor { $email }, { $minutes ->
        [one] { $minutes } minuut
       *[other] { $minutes } minuten
    } geldig.
mail-type-code = Typ deze code waar je hem hebt aangevraagd:
mail-type-code-to-go-on = Typ deze code waar je hem hebt aangevraagd om door te gaan:
mail-type-code-to-confirm = Typ deze code waar je hem hebt aangevraagd. Daarna log je in met dit adres:
mail-use-link = Gebruik de link; de code werkt alleen samen met de link:
mail-use-link-to-confirm = Gebruik de link; de code werkt alleen samen met de link. Daarna log je in met dit adres:
mail-invited = Je bent uitgenodigd. Open de link hieronder en typ daar deze code:
mail-somebody-wants-change = Iemand, waarschijnlijk jij, wil het adres van je account wijzigen in { $new_email }.
mail-or-link = Of open deze link in de browser waarin je hem hebt aangevraagd:
mail-this-link = Dit is de link:
mail-not-asked = Heb je dit niet aangevraagd, negeer het dan: zonder de code komt niemand binnen.
mail-not-invited = Weet je niet wat dit is, negeer het dan: zonder de code komt niemand binnen.
mail-not-asked-change = Was jij dat niet, dan gebruikt iemand een browser waarin je bent ingelogd: log in en log overal uit.
mail-other-browser-asks-code = In een andere browser vraagt de link ook om de code.
mail-other-browser-neither = In een andere browser werkt geen van beide.
mail-any-browser = Beide werken in elke browser.
mail-never-give = Geef de code nooit aan iemand en typ hem alleen op { $site }.

## A change of address that was asked for

mail-changing-subject = Je adres bij { $app } gaat veranderen
mail-changing-preheader = Van { $old_email } in { $new_email }. Je kunt dat { $days ->
        [one] { $days } dag
       *[other] { $days } dagen
    } lang ongedaan maken.
mail-changing-heading = Je adres gaat veranderen
mail-changing = Je account bij { $app } krijgt een ander e-mailadres:
mail-changing-logged-out = Het is overal uitgelogd. Was jij dat, dan hoef je niets te doen: zodra het nieuwe adres is bevestigd, is het van jou. Log tot dan in met het oude, zoals eerst.
mail-undo = Was jij dat niet, open dan deze link en maak de wijziging ongedaan:
mail-changing-not-you = Was jij dat niet, dan heeft iemand je account gebruikt of leest iemand je e-mail. Wijzig ook het wachtwoord van je e-mail.

## A change of address that has happened

mail-changed-subject = Je e-mailadres bij { $app } is gewijzigd
mail-changed-preheader = Van { $old_email } in { $new_email }. Je kunt dat ongedaan maken tot { $until }.
mail-changed-heading = Je e-mailadres is gewijzigd
mail-changed = Het e-mailadres van je account bij { $app } is gewijzigd:
mail-changed-was-you = Was jij dat, dan hoef je niets te doen: log in met het nieuwe.
mail-changed-late = Werkt de link niet meer, log dan zoals altijd in met dit adres: ook dat leidt naar het ongedaan maken van de wijziging. En wijzig het wachtwoord van je e-mailaccount: wie dit deed, leest het misschien mee.

## An address that somebody else wanted

mail-taken-subject = Iemand wilde je adres gebruiken bij { $app }
mail-taken-heading = Iemand wilde je adres gebruiken
mail-taken-preheader = { $email } hoort al bij je account. Er is niets veranderd.
mail-left-preheader = { $email } wordt vrijgehouden voor zijn account. Er is niets veranderd.
mail-taken = Iemand wilde het adres van een ander account bij { $app } wijzigen in { $email }.
mail-taken-why = Het hoort al bij je account, dus er is niets veranderd.
mail-left-why = Een account had dit adres tot voor kort en kan er nog naar terug; daarom wordt het vrijgehouden en is er niets veranderd.
mail-taken-was-you = Was jij dat: log in met dit adres en je bent in dit account. Wil je het voor het andere gebruiken, wijzig dan eerst het adres van dit account.
mail-left-was-you = Was jij dat: open de link in de e-mail over die wijziging om terug te gaan, of wacht tot de tijd ervan om is.
mail-taken-not-you = Was jij dat niet, dan hoef je niets te doen. Deze e-mail bevat geen code en geen link, en niemand heeft gehoord dat je een account hebt.

## A change of address that was undone

mail-undone-subject = Je e-mailadres bij { $app } is teruggezet
mail-undone-preheader = Het account heeft weer zijn vorige e-mailadres.
mail-undone-heading = Een wijziging van e-mailadres is ongedaan gemaakt
mail-undone = Het account bij { $app } dat was overgestapt op { $email }, heeft weer het e-mailadres dat het daarvoor had: iemand die dat adres leest, heeft de wijziging ongedaan gemaakt. Het account is overal uitgelogd en met dit adres kun je er niet meer op inloggen.
mail-undone-was-you = Was jij dat, dan hoef je niets te doen: log in met het vorige adres.
mail-undone-not-you = Is het account van jou en weet je niet wie dat deed, dan leest iemand de e-mails van je vorige adres: wijzig het wachtwoord daarvan.

## A new browser

mail-new-browser-subject = Een nieuwe browser is ingelogd bij { $app }
mail-new-browser-heading = Een nieuwe browser is ingelogd
mail-new-browser = Een browser die we nog niet kenden, is ingelogd op je account bij { $app }:
mail-new-browser-not-you = Was jij dat niet, dan leest iemand je e-mails. Wijzig eerst het wachtwoord van je e-mailaccount. Open daarna je accountpagina en log overal uit:
mail-open-account = Je accountpagina openen
mail-new-browser-why = Een privévenster telt elke keer als nieuw. Je krijgt hooguit drie van deze e-mails in 24 uur; je accountpagina toont elke browser die is ingelogd.
