### What emails say, each message once for both parts.

## Facts

mail-for = Pour :
mail-from = De :
mail-when = Quand :
mail-until = Jusqu’à :
mail-account = Compte :
mail-browser = Navigateur :
mail-network = Réseau :
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    })
mail-until-days =
    { $until } ({ $days ->
        [one] { $days } jour
       *[other] { $days } jours
    })
mail-works-once = Valable une seule fois.
mail-nothing-to-do = Si c’était vous, vous n’avez rien à faire.

## A code and a link

mail-log-in-subject = Connexion à { $app }
mail-prove-subject = Changez votre adresse sur { $app }
mail-confirm-subject = Confirmez votre nouvelle adresse pour { $app }
mail-code-preheader = Votre code et votre lien pour { $email }, valables { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
mail-type-code = Saisissez ce code là où vous l’avez demandé :
mail-type-code-to-go-on = Pour continuer, saisissez ce code là où vous l’avez demandé :
mail-type-code-to-confirm = Saisissez ce code là où vous l’avez demandé. Vous vous connecterez ensuite avec cette adresse :
mail-use-link = Utilisez le lien ; le code ne fonctionne qu’avec lui :
mail-use-link-to-confirm = Utilisez le lien ; le code ne fonctionne qu’avec lui. Vous vous connecterez ensuite avec cette adresse :
mail-invited = Vous êtes invité. Ouvrez le lien ci-dessous et saisissez-y ce code :
mail-somebody-wants-change = Quelqu’un, probablement vous, veut remplacer l’adresse de votre compte par { $new_email }.
mail-or-link = Ou ouvrez ce lien dans le navigateur où vous l’avez demandé :
mail-this-link = Voici le lien :
mail-not-asked = Si vous n’avez rien demandé, ignorez cet e-mail : sans le code, personne n’entre.
mail-not-invited = Si vous ne savez pas de quoi il s’agit, ignorez cet e-mail : sans le code, personne n’entre.
mail-not-asked-change = Si ce n’était pas vous, quelqu’un utilise un navigateur où vous êtes connecté : connectez-vous, puis déconnectez-vous partout.
mail-other-browser-asks-code = Dans un autre navigateur, le lien demande aussi le code.
mail-other-browser-neither = Dans un autre navigateur, aucun des deux ne fonctionne.
mail-any-browser = Les deux fonctionnent dans tout navigateur.
mail-never-give = Ne donnez le code à personne, et ne le saisissez que sur { $site }.

## A change of address that was asked for

mail-changing-subject = Votre adresse sur { $app } va changer
mail-changing-preheader = De { $old_email } à { $new_email }. Vous pouvez revenir en arrière pendant { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }.
mail-changing-heading = Votre adresse va changer
mail-changing = Votre compte { $app } va recevoir une autre adresse e-mail :
mail-changing-logged-out = Il a été déconnecté partout. Si c’était vous, vous n’avez rien à faire : dès que la nouvelle adresse sera confirmée, elle sera la vôtre. D’ici là, connectez-vous avec l’ancienne comme avant.
mail-undo = Si ce n’était pas vous, ouvrez ce lien et annulez le changement :
mail-changing-not-you = Si ce n’était pas vous, quelqu’un a utilisé votre compte ou lit vos e-mails. Changez aussi le mot de passe de votre messagerie.

## A change of address that has happened

mail-changed-subject = Votre adresse e-mail sur { $app } a changé
mail-changed-preheader = De { $old_email } à { $new_email }. Vous pouvez revenir en arrière jusqu’à : { $until }.
mail-changed-heading = Votre adresse e-mail a changé
mail-changed = L’adresse e-mail de votre compte { $app } a changé :
mail-changed-was-you = Si c’était vous, vous n’avez rien à faire : connectez-vous avec la nouvelle.
mail-changed-late = Si le lien ne fonctionne plus, connectez-vous avec cette adresse comme d’habitude : cela mène aussi à l’annulation du changement. Et changez le mot de passe de votre messagerie : la personne qui a fait cela la lit peut-être.

## An address that somebody else wanted

mail-taken-subject = Quelqu’un a voulu utiliser votre adresse sur { $app }
mail-taken-heading = Quelqu’un a voulu utiliser votre adresse
mail-taken-preheader = { $email } appartient déjà à votre compte. Rien n’a changé.
mail-left-preheader = { $email } est réservée à son compte. Rien n’a changé.
mail-taken = Quelqu’un a voulu remplacer l’adresse d’un autre compte sur { $app } par { $email }.
mail-taken-why = Elle appartient déjà à votre compte ; rien n’a donc changé.
mail-left-why = Un compte avait cette adresse il y a peu et peut encore y revenir ; elle lui est donc réservée et rien n’a changé.
mail-taken-was-you = Si c’était vous : connectez-vous avec cette adresse, et vous serez dans ce compte. Pour l’utiliser avec l’autre, changez d’abord l’adresse de celui-ci.
mail-left-was-you = Si c’était vous : ouvrez le lien de l’e-mail sur ce changement pour revenir en arrière, ou attendez que son délai soit écoulé.
mail-taken-not-you = Si ce n’était pas vous, vous n’avez rien à faire. Cet e-mail ne contient ni code ni lien, et personne n’a appris que vous avez un compte.

## A change of address that was undone

mail-undone-subject = Votre adresse e-mail sur { $app } est redevenue l’ancienne
mail-undone-preheader = Le compte a retrouvé son ancienne adresse e-mail.
mail-undone-heading = Un changement d’adresse e-mail a été annulé
mail-undone = Le compte { $app } qui était passé à { $email } a retrouvé l’adresse e-mail qu’il avait avant : une personne qui lit cette dernière a annulé le changement. Le compte a été déconnecté partout, et cette adresse ne permet plus de s’y connecter.
mail-undone-was-you = Si c’était vous, vous n’avez rien à faire : connectez-vous avec l’ancienne adresse.
mail-undone-not-you = Si le compte est le vôtre et que vous ne savez pas qui a fait cela, quelqu’un lit les e-mails de votre ancienne adresse : changez son mot de passe.

## A new browser

mail-new-browser-subject = Un nouveau navigateur s’est connecté à { $app }
mail-new-browser-heading = Un nouveau navigateur s’est connecté
mail-new-browser = Un navigateur que nous n’avions jamais vu s’est connecté à votre compte { $app } :
mail-new-browser-not-you = Si ce n’était pas vous, quelqu’un lit vos e-mails. Changez d’abord le mot de passe de votre messagerie. Ouvrez ensuite la page de votre compte et déconnectez-vous partout :
mail-open-account = Ouvrir la page de votre compte
mail-new-browser-why = Une fenêtre privée compte chaque fois comme nouvelle. Vous recevez au plus trois de ces e-mails en 24 heures ; la page de votre compte montre tous les navigateurs connectés.
