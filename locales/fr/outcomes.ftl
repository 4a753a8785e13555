### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = Saisissez votre adresse e-mail.
error-address-incomplete = Cette adresse est incomplète. Elle devrait ressembler à ada@example.com.
error-address-too-long = Cette adresse est trop longue pour un e-mail. Vérifiez que rien n’a été collé deux fois.
error-address-character = Cette adresse contient un caractère que nous ne pouvons pas utiliser, peut-être invisible. Saisissez une adresse simple, comme ada@example.com.
error-address-domain = Vérifiez ce qui suit le @ : aucun e-mail ne peut y arriver.
error-not-a-code = Un code comporte { $digits } chiffres. Saisissez-les tous.
error-wrong-code = Ce code ne correspond pas.
error-tries-used-up = C’était un code erroné de trop. Demandez un nouvel e-mail.
error-expired = Le délai de cet e-mail est écoulé. Demandez-en un nouveau.
error-used = Cet e-mail a déjà servi. Demandez-en un nouveau.
error-codes-off = Trop de codes erronés ont été essayés pour cette adresse : un code seul ne suffit plus. Ouvrez plutôt le lien du dernier e-mail.
error-no-challenge = Demandez d’abord un code dans ce navigateur. Si vous venez de le faire, il bloque peut-être les cookies : autorisez-les pour ce site et réessayez.
error-bad-link = Ce lien est incomplet. Ouvrez-le ou copiez-le en entier depuis l’e-mail, ou demandez-en un nouveau. Si votre navigateur bloque les cookies, autorisez-les pour ce site.
error-code-needed = Saisissez le code qui figure dans le même e-mail que le lien.
error-only-where-asked = Ce changement d’adresse e-mail ne se poursuit que dans le navigateur qui l’a demandé. Saisissez-y le code.
error-too-soon = Un e-mail est en route. Attendez un instant avant d’en demander un autre.
error-emails-limited = Plusieurs e-mails ont été demandés. Le plus récent de votre boîte de réception fonctionne ici aussi, quelle que soit la personne qui l’a demandé : ouvrez son lien dans ce navigateur et saisissez son code.
error-network-limited = De nombreux e-mails ont été demandés depuis votre réseau. Si vous en avez déjà reçu un, il fonctionne ici aussi : ouvrez son lien dans ce navigateur. Un autre réseau, comme celui de votre téléphone, n’a pas à attendre.
error-site-limited = Énormément de personnes demandent des e-mails en ce moment. Si vous en avez déjà reçu un, il fonctionne ici aussi : ouvrez son lien dans ce navigateur.
error-change-limited = Vous ne pouvez pas adopter cette adresse pour le moment, car de nombreux e-mails ont été demandés. Réessayez un peu plus tard.
error-undo-email-limited = Cet e-mail ne peut pas être renvoyé pour le moment, car de nombreux e-mails ont été demandés. Celui déjà arrivé à l’ancienne adresse e-mail permet aussi de revenir sur le changement.
error-codes-limited = Trop de codes ont été essayés depuis votre réseau. Aucun de vos essais n’a été décompté.
error-enough-emails = Vous avez demandé plusieurs e-mails. Le plus récent de votre boîte de réception est encore valable.
error-same-address = C’est déjà votre adresse. Saisissez la nouvelle.
error-change-refused = Votre adresse n’a pas été changée : cet e-mail ne le permet plus. Connectez-vous avec l’adresse précédente, puis redemandez le changement.
error-email-taken = Un autre compte de ce site a déjà cette adresse e-mail ; le vôtre garde donc la sienne. Si les deux sont à vous, adressez-vous aux responsables du site.
error-change-not-offered = Les adresses e-mail ne se changent pas ici. Adressez-vous aux responsables du site.
error-no-access = L’adresse e-mail est bien la vôtre, mais elle n’a pas accès à ce site. Demandez-le à ses responsables, ou connectez-vous avec une autre.
error-address-moved-away = Le compte associé à cette adresse e-mail en a changé. Si vous ne le vouliez pas, revenez en arrière.
error-bad-undo-link = Ce lien est incomplet. Ouvrez-le ou copiez-le en entier depuis l’e-mail. Si votre navigateur bloque les cookies, autorisez-les pour ce site.
error-undo-expired = Le délai pour revenir sur ce changement est écoulé.
error-undo-used = Ce changement a déjà été annulé. Il n’y a plus rien à faire.
error-not-sure = Cochez d’abord la case pour confirmer que vous le voulez.
error-no-such-session = Cette session ne figure pas parmi les vôtres.
error-logged-out-meanwhile = Vous avez été déconnecté entre-temps. Connectez-vous et réessayez.
error-client-unknown = Le nombre de tentatives depuis un même endroit est limité, et ce site n’a pas su où vous êtes. L’erreur est de notre côté ; rien n’a été changé.
error-bad-request = Votre demande nous est parvenue incomplète. Réessayez.
error-unavailable = Quelque chose ne va pas de notre côté. Rien n’a été changé ; réessayez dans un instant.

## What has happened

notice-logged-out = Vous êtes déconnecté.
notice-logged-out-everywhere = Vous avez été déconnecté partout.
notice-session-ended = Vous avez été déconnecté depuis un autre navigateur.
notice-address-changing = Vous avez été déconnecté partout, car votre adresse e-mail est en cours de changement. Tant que la nouvelle n’est pas confirmée, connectez-vous avec l’ancienne.
notice-address-changed = Vous avez été déconnecté partout, car votre adresse e-mail a changé. Connectez-vous avec la nouvelle.
notice-change-undone = Le changement de votre adresse e-mail a été annulé, et vous avez été déconnecté partout.
notice-others-change-undone = Le changement de cette adresse e-mail a été annulé, et son compte a été déconnecté partout. Vous restez connecté ici avec le vôtre.
notice-session-expired = Votre session a expiré. Reconnectez-vous pour continuer.
notice-session-replaced = Cette session a été remplacée par une plus récente dans le même navigateur.
notice-log-in-first = Connectez-vous pour voir cette page.
notice-email-again = Nous vous avons envoyé un autre e-mail.
notice-new-address = C’est désormais votre adresse e-mail. Vous avez été déconnecté partout ailleurs.
notice-other-ended = Ce navigateur est déconnecté.
notice-others-ended = Tous vos autres navigateurs sont déconnectés.
notice-change-cancelled = Votre adresse e-mail reste la même.
notice-undo-email-sent = Nous avons renvoyé l’e-mail à votre ancienne adresse. Son lien annule le changement.

## Why an email certainly does not arrive

refused = Aucun serveur de messagerie ne l’a accepté. Vérifiez l’adresse ; si elle est correcte, l’erreur est de notre côté : réessayez dans un instant.
not-handed-over = Aucun serveur de messagerie ne l’a accepté. L’erreur est de notre côté : réessayez dans un instant.

## What the account page calls something that has happened

event-log-in-requested = E-mail demandé
event-logged-in = Connexion
event-log-in-failed = Tentative de connexion sans succès
event-tries-used-up = Tous les essais épuisés avec des codes erronés
event-codes-off = Cent codes erronés : seul un lien connecte désormais
event-used-again = E-mail déjà utilisé essayé de nouveau
event-logged-out = Déconnexion
event-logged-out-everywhere = Déconnexion partout
event-session-ended = Un navigateur de la liste déconnecté
event-others-ended = Tous les autres navigateurs déconnectés
event-limited = Trop de demandes
event-not-allowed = Tentative de mettre fin à la session d’autrui
event-no-access = Adresse e-mail sans accès confirmée
event-change-asked = Changement d’adresse e-mail demandé
event-change-refused = Changement d’adresse e-mail refusé
event-address-changed = Adresse e-mail changée
event-change-undone = Changement d’adresse e-mail annulé après coup
event-change-cancelled = Changement d’adresse e-mail abandonné
event-undo-offered = Adresse e-mail quittée par le compte confirmée
event-email-refused = Un serveur de messagerie a refusé un e-mail sur un changement d’adresse
event-email-given-up = Un e-mail sur un changement d’adresse n’a pas pu être remis
event-user-created = Compte créé
event-forgotten = Compte oublié

## Pages of failures: a title, and what to do

failure = Erreur { $status }
fault-origin-title = Votre navigateur a omis quelque chose
fault-origin = Pour votre sécurité, seules nos propres pages peuvent faire cela, et votre navigateur n’a pas dit sur quelle page il se trouvait : il n’a envoyé ni l’en-tête Origin ni Sec-Fetch-Site. Une extension de confidentialité ou un proxy les retire peut-être. Autorisez-les pour ce site, ou utilisez un autre navigateur.
fault-client-title = Nous ne savons pas où vous êtes
fault-client = Le nombre de tentatives depuis un même endroit est limité, et ce site n’a pas su où vous êtes. L’erreur est de notre côté et a été notée. Rien n’a été changé ni décompté ; réessayez plus tard.
fault-server-title = Ce serveur n’est pas encore prêt
fault-other-address-title = Cette page est ouverte à une autre adresse
fault-other-address = Pour votre sécurité, cela ne fonctionne qu’à l’adresse du site lui-même. Allez à l’accueil et recommencez là.
not-found-title = Il n’y a rien ici
not-found = La page a peut-être été déplacée, ou son adresse contient une faute de frappe.
unauthorized-title = Connectez-vous d’abord
unauthorized = Cette page est réservée aux personnes connectées. Allez à l’accueil et connectez-vous.
no-such-part-title = Cette partie n’existe pas
no-such-part = Le fichier est plus court que cela. Chargez-le en entier.
forbidden-title = Cela venait d’un autre site
forbidden = Pour votre sécurité, seules nos propres pages peuvent faire cela. Allez à l’accueil et réessayez à partir de là.
not-here-title = Ce n’est pas possible ici
not-here = Cette adresse ne s’ouvre pas seule. Allez à l’accueil et trouvez le chemin à partir de là.
too-slow-title = Cela a pris trop de temps
too-slow = La connexion était trop lente. Revenez en arrière et réessayez.
too-large-title = C’était trop
too-large = Le formulaire contenait plus que ce que nous pouvons accepter. Revenez en arrière et raccourcissez-le.
too-many-title = Un peu plus lentement, s’il vous plaît
too-many = Il y a eu trop de demandes. Réessayez dans un instant.
back-soon-title = Nous revenons tout de suite
back-soon = Quelque chose ne répond pas de notre côté. Rien n’a été perdu ni décompté ; réessayez dans un instant.
went-wrong-title = Une erreur s’est produite
went-wrong = L’erreur est de notre côté et a été notée. Revenez en arrière et réessayez.
not-whole-title = Votre demande nous est parvenue incomplète
not-whole = Revenez en arrière et réessayez.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = Vous êtes déconnecté. Connectez-vous et réessayez.
did-not-work = Cela n’a pas fonctionné. Réessayez dans un instant.
