### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = Français
language = Langue
change-language = Changer de langue

## Buttons and links of several pages

log-in = Se connecter
logging-in = Connexion…
log-out = Se déconnecter
logging-out = Déconnexion…
log-out-everywhere = Se déconnecter partout
sending = Envoi…
go-on = Continuer
going-on = Un instant…
go-to-start = Aller à l’accueil
stay-logged-in = Rester connecté
ask-for-new-email = Demander un nouvel e-mail
send-me-a-code = Recevoir un code
use-another-address = Utiliser une autre adresse
keep-address = Garder l’adresse actuelle
change-address = Changer d’adresse
changing = Changement…
your-account = Votre compte
keep-me-logged-in = Rester connecté dans ce navigateur
you-are-logged-in-as = Vous êtes connecté en tant que { $email }.
you-are-logged-in-here-as = Vous êtes connecté ici en tant que { $email }.
questions = Des questions ? { $support }
offline = Vous êtes hors ligne. Votre saisie est toujours là ; renvoyez-la une fois reconnecté.

## Home

welcome-back = Bon retour
without-password = Connectez-vous sans mot de passe
needs-only-email = { $app } n’a besoin que de votre adresse e-mail. Nous vous envoyons un code et un lien ; l’un ou l’autre suffit pour entrer, et personne ne peut deviner, voler ou oublier un mot de passe qui n’existe pas.
home-description = { $app } se passe de mot de passe : vous vous connectez avec un code ou un lien envoyé à votre adresse e-mail.

## The page that asks for the email address

check-your-address = Vérifiez votre adresse
log-in-to = Se connecter à { $app }
your-email-address = Votre adresse e-mail
we-will-send = Nous vous enverrons un code et un lien. Aucun mot de passe n’est nécessaire.
log-in-description = Connectez-vous à { $app } avec votre adresse e-mail. Nous vous envoyons un code et un lien ; l’un ou l’autre suffit.

## The page that asks for the code

check-your-email = Consultez vos e-mails
prove-its-you = Confirmez que c’est bien vous
check-new-address = Consultez votre nouvelle adresse
another-not-sent = Nous n’avons pas pu vous envoyer un autre e-mail. Le précédent est toujours valable.
not-confirmed = Notre serveur de messagerie n’a pas encore confirmé votre e-mail. Il peut encore arriver, et son code et son lien fonctionneront alors. Sinon, demandez-en un autre.
prove-present-first = Votre connexion date un peu : confirmez d’abord votre adresse actuelle. Le changement pour { $email } se poursuivra ensuite.
logged-out-for-change = Vous avez été déconnecté partout. Dès que la nouvelle adresse sera confirmée, elle sera la vôtre ; d’ici là, vous pouvez vous connecter avec l’ancienne.
sending-to = Nous envoyons un code et un lien à { $email }. Ils sont valables { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }, jusqu’à : { $until }.
sent-to = Nous avons envoyé un code et un lien à { $email }. Ils sont valables { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }, jusqu’à : { $until }.
open-inbox = Ouvrir { $name }
code-from-email = Code reçu par e-mail
digits = { $digits } chiffres. Les espaces ne comptent pas.
use-this-address = Utiliser cette adresse
type-or-open = Saisissez-le de nouveau, ou ouvrez le lien de l’e-mail.
last-code = C’était un code erroné de trop. Demandez un nouvel e-mail, ou ouvrez le lien de l’e-mail.
tries-left =
    { $left ->
        [one] Encore { $left } essai.
       *[other] Encore { $left } essais.
    }
look-in-spam = Rien reçu ? Regardez dans les indésirables.
look-in-spam-each-works = Rien reçu ? Regardez dans les indésirables. Vous avez demandé plusieurs e-mails ; chacun d’eux est encore valable.
send-again = Renvoyer
in-time = dans { $time }
log-in-with-old-address = Se connecter avec l’adresse précédente
not-sent = Nous n’avons pas pu envoyer votre e-mail
meant-for = Il était destiné à { $email }.
try-again = Réessayer
ask-for-new-code = Demandez un nouveau code
send-me-new-code = Recevoir un nouveau code
we-will-send-to = Nous l’enverrons à { $email }.
we-will-send-to-present = Nous l’enverrons à votre adresse actuelle. Le changement pour { $email } se poursuivra ensuite.
still-old-change-again = Votre adresse est toujours l’ancienne. Connectez-vous avec elle, puis changez-la de nouveau pour { $email }.

## The page where an email's link leads

another-is-logged-in = Vous êtes connecté ici en tant que { $email }. Continuer déconnecte ce compte. { $stay }
log-in-question = Se connecter ?
logs-you-in-as = Vous allez vous connecter en tant que { $email }.
change-question = Changer d’adresse ?
proves-and-changes = Cela confirme que vous êtes bien { $email } et remplace votre adresse par { $new_email }. Vous serez déconnecté partout.
use-question = Utiliser cette adresse ?
from-now-on = Désormais, vous vous connectez avec { $email }. Cela vous connecte.
type-code-too = Saisissez aussi le code
asked-in-another-browser = Ce lien a été demandé dans un autre navigateur : { $browser }, { $client }, { $asked_at }.
to-log-in-here = Pour vous connecter ici en tant que { $email }, saisissez le code du même e-mail. Si vous n’avez rien demandé, fermez cette page.
change-only-where-asked = Le changement d’adresse ne se poursuit que dans le navigateur qui l’a demandé.
code = Code
digits-with-link = { $digits } chiffres, dans l’e-mail contenant ce lien
type-where-asked = Saisissez le code là où vous l’avez demandé
somebody-wants-address = Quelqu’un veut faire de { $email } l’adresse e-mail de son compte. La demande vient d’un autre navigateur : { $browser }, { $client }, { $asked_at }.
go-back-to-browser = Si c’était vous, retournez dans ce navigateur et saisissez-y le code du même e-mail. Le changement ne se poursuit nulle part ailleurs.
give-code-to-nobody = Si vous n’avez rien demandé, ne donnez le code à personne : votre adresse deviendrait celle du compte de quelqu’un d’autre.
code-instead = Ce lien est incomplet. Saisissez plutôt le code du même e-mail.
type-the-code = Saisir le code
still-old-ask-again = Votre adresse est toujours l’ancienne. Connectez-vous avec elle, puis redemandez le changement.
link-used = Ce lien a déjà servi
link-expired = Ce lien a expiré
too-many-wrong-codes = Trop de codes erronés
link-does-not-work = Ce lien ne fonctionne pas

## The account page

email-address = Adresse e-mail
you-log-in-with = Vous vous connectez avec { $email }.
change-waits = Un changement pour { $email } attend une confirmation.
cancel-change = Annuler le changement
cancelling = Annulation…
it-changed = Elle est passée de { $old_email } à { $new_email } : { $moved_at }. L’e-mail envoyé à l’ancienne adresse permet de revenir en arrière, jusqu’à : { $until }.
send-that-email-again = Renvoyer cet e-mail
where-logged-in = Où vous êtes connecté
in-browsers =
    { $count ->
        [1] Dans ce navigateur uniquement.
       *[other] Dans { $count } navigateurs. Déconnectez ceux que vous ne reconnaissez pas ou n’utilisez plus.
    }
none-on-this-page = Il n’y en a aucun sur cette page.
this-one = Celui-ci
last-seen = Dernière activité : { $at } · { $client }
logged-in-at = Connexion : { $at }
log-out-which = Déconnecter { $browser }, { $client }, connexion : { $since }
stays-until = Ce navigateur reste connecté au plus tard jusqu’à : { $at }.
log-out-others = Déconnecter tous les autres
pages-of-list = Pages de la liste
earlier-page = Page précédente
next-page = Page suivante
page-of = Page { $number } sur { $pages }
recent-activity = Activité récente
not-you = Quelque chose ici qui ne vient pas de vous ? Qui peut lire vos e-mails peut se connecter : changez d’abord le mot de passe de votre messagerie.
unknown-browser = Un navigateur inconnu
browser-on-system = { $browser } sur { $system }
unknown-client = inconnu

## The form for another email address, on our pages and on others

new-email-address = Nouvelle adresse e-mail
what-a-change-does = Nous lui enverrons un code et préviendrons votre adresse actuelle. Vous serez déconnecté partout.
type-new-address = Saisissez votre nouvelle adresse e-mail.
that-is-yours = C’est déjà votre adresse. Saisissez la nouvelle.

## A page whose session has ended

you-are-logged-out = Vous êtes déconnecté

## The page that undoes a change of email address

undo-question = Revenir sur le changement ?
nothing-to-undo = Rien à annuler
address-is-now = L’adresse de ce compte est désormais { $email } ; { $log_in }.
log-in-with-that = connectez-vous avec elle
or-give-back = Ou, si vous ne voulez pas de ce changement, rendez au compte son ancienne adresse e-mail :
somebody-asked = Quelqu’un a demandé à changer l’adresse e-mail de ce compte, { $asked_at } :
from = De
to = À
undo-moved = Le compte a changé d’adresse. Revenir en arrière lui rend son ancienne adresse et déconnecte partout. C’est possible jusqu’à : { $until }.
undo-not-proved = La nouvelle adresse n’est pas encore confirmée. Revenir en arrière laisse au compte son ancienne adresse et déconnecte partout. C’est possible jusqu’à : { $until }.
i-dont-want = Je ne veux pas de ce changement
undo = Annuler le changement
undoing = Annulation…

## The page that asks before it logs out everywhere

log-out-everywhere-question = Se déconnecter partout ?
ends-all = Cela met fin à toutes vos sessions, dans ce navigateur et dans tous les autres. Chaque page encore ouverte se ferme.

## The page of a limit

a-little-later = Un peu plus tard
open-it-all-the-same = Est-il trop ancien, ou destiné à une autre adresse ? Ouvrez quand même son lien, puis redemandez ici.
ask-again-from = Vous pourrez redemander à partir de : { $until }.
go-on-from = Vous pourrez continuer à partir de : { $until }.
type-a-code = Saisir un code
one-moment = Un instant…
back-to-account = Retour à votre compte

## The development mailbox

mailbox = Boîte aux lettres
mailbox-lead = E-mails de ce serveur de développement, du plus récent au plus ancien. Ils restent en mémoire jusqu’à son arrêt ; définissez { $setting } et ils partiront vers un serveur de messagerie.
no-emails = Aucun e-mail pour l’instant. { $ask }.
ask-for-one = Demandez-en un
email-to-at = À { $email } · { $at }
email-to = E-mail pour { $email }
as-plain-text = En texte brut

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = à l’instant
minutes-ago =
    { $minutes ->
        [one] il y a { $minutes } minute
       *[other] il y a { $minutes } minutes
    }
yesterday = hier
today = aujourd’hui
tomorrow = demain
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
