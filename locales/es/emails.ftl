### What emails say, each message once for both parts.

## Facts

mail-for = Para:
mail-from = De:
mail-when = Cuándo:
mail-until = Hasta:
mail-account = Cuenta:
mail-browser = Navegador:
mail-network = Red:
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    })
mail-until-days =
    { $until } ({ $days ->
        [one] { $days } día
       *[other] { $days } días
    })
mail-works-once = Sirve una sola vez.
mail-nothing-to-do = Si fuiste tú, no tienes que hacer nada.

## A code and a link

mail-log-in-subject = Inicio de sesión en { $app }
mail-prove-subject = Cambia tu dirección en { $app }
mail-confirm-subject = Confirma tu nueva dirección para { $app }
mail-code-preheader = Tu código y tu enlace para { $email }, válidos durante { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }.
mail-type-code = Escribe este código donde lo pediste:
mail-type-code-to-go-on = Para continuar, escribe este código donde lo pediste:
mail-type-code-to-confirm = Escribe este código donde lo pediste. A partir de entonces inicias sesión con esta dirección:
mail-use-link = Usa el enlace; el código solo sirve junto con él:
mail-use-link-to-confirm = Usa el enlace; el código solo sirve junto con él. A partir de entonces inicias sesión con esta dirección:
mail-invited = Tienes una invitación. Abre el enlace de abajo y escribe allí este código:
mail-somebody-wants-change = Alguien, probablemente tú, quiere cambiar la dirección de tu cuenta a { $new_email }.
mail-or-link = O abre este enlace en el navegador en el que lo pediste:
mail-this-link = Este es el enlace:
mail-not-asked = Si no lo has pedido, no hagas caso: sin el código no entra nadie.
mail-not-invited = Si no sabes qué es esto, no hagas caso: sin el código no entra nadie.
mail-not-asked-change = Si no fuiste tú, alguien usa un navegador en el que tienes la sesión iniciada: inicia sesión y ciérrala en todas partes.
mail-other-browser-asks-code = En otro navegador el enlace pide también el código.
mail-other-browser-neither = En otro navegador no sirve ninguno de los dos.
mail-any-browser = Ambos sirven en cualquier navegador.
mail-never-give = No des nunca el código a nadie y escríbelo solo en { $site }.

## A change of address that was asked for

mail-changing-subject = Tu dirección en { $app } va a cambiar
mail-changing-preheader = De { $old_email } a { $new_email }. Puedes deshacerlo durante { $days ->
        [one] { $days } día
       *[other] { $days } días
    }.
mail-changing-heading = Tu dirección va a cambiar
mail-changing = Tu cuenta de { $app } va a tener otra dirección de correo:
mail-changing-logged-out = Se ha cerrado su sesión en todas partes. Si fuiste tú, no tienes que hacer nada: en cuanto se confirme la nueva dirección, será la tuya. Hasta entonces inicia sesión con la anterior como siempre.
mail-undo = Si no fuiste tú, abre este enlace y deshaz el cambio:
mail-changing-not-you = Si no fuiste tú, alguien ha usado tu cuenta o lee tu correo. Cambia también la contraseña de tu correo.

## A change of address that has happened

mail-changed-subject = Tu dirección de correo en { $app } ha cambiado
mail-changed-preheader = De { $old_email } a { $new_email }. Puedes deshacerlo hasta: { $until }.
mail-changed-heading = Tu dirección de correo ha cambiado
mail-changed = La dirección de correo de tu cuenta de { $app } ha cambiado:
mail-changed-was-you = Si fuiste tú, no tienes que hacer nada: inicia sesión con la nueva.
mail-changed-late = Si el enlace ya no funciona, inicia sesión con esta dirección como siempre: eso también lleva a deshacer el cambio. Y cambia la contraseña de tu correo: quien lo hizo quizá lo esté leyendo.

## An address that somebody else wanted

mail-taken-subject = Alguien ha intentado usar tu dirección en { $app }
mail-taken-heading = Alguien ha intentado usar tu dirección
mail-taken-preheader = { $email } ya pertenece a tu cuenta. No ha cambiado nada.
mail-left-preheader = { $email } se reserva para su cuenta. No ha cambiado nada.
mail-taken = Alguien ha querido cambiar la dirección de otra cuenta de { $app } a { $email }.
mail-taken-why = Ya pertenece a tu cuenta, así que no ha cambiado nada.
mail-left-why = Una cuenta tenía esta dirección hasta hace poco y aún puede volver a ella, así que se le reserva y no ha cambiado nada.
mail-taken-was-you = Si fuiste tú: inicia sesión con esta dirección y estarás en esta cuenta. Para usarla en la otra, cambia primero la dirección de esta.
mail-left-was-you = Si fuiste tú: abre el enlace del correo sobre ese cambio para volver, o espera a que pase su plazo.
mail-taken-not-you = Si no fuiste tú, no tienes que hacer nada. Este correo no contiene código ni enlace, y a nadie se le ha dicho que tienes una cuenta.

## A change of address that was undone

mail-undone-subject = Tu dirección de correo en { $app } vuelve a ser la anterior
mail-undone-preheader = La cuenta ha vuelto a su dirección de correo anterior.
mail-undone-heading = Se ha deshecho un cambio de dirección de correo
mail-undone = La cuenta de { $app } que había cambiado a { $email } ha vuelto a la dirección de correo que tenía antes: alguien que lee esa dirección ha deshecho el cambio. Se ha cerrado la sesión de la cuenta en todas partes, y con esta dirección ya no se puede entrar en ella.
mail-undone-was-you = Si fuiste tú, no tienes que hacer nada: inicia sesión con la dirección anterior.
mail-undone-not-you = Si la cuenta es tuya y no sabes quién lo hizo, alguien lee el correo de tu dirección anterior: cambia su contraseña.

## A new browser

mail-new-browser-subject = Un nuevo navegador ha iniciado sesión en { $app }
mail-new-browser-heading = Un nuevo navegador ha iniciado sesión
mail-new-browser = Un navegador que no habíamos visto antes ha iniciado sesión en tu cuenta de { $app }:
mail-new-browser-not-you = Si no fuiste tú, alguien lee tu correo. Cambia primero la contraseña de tu correo. Después abre la página de tu cuenta y cierra la sesión en todas partes:
mail-open-account = Abrir la página de tu cuenta
mail-new-browser-why = Una ventana privada cuenta cada vez como nueva. Hay como máximo tres de estos correos en 24 horas; la página de tu cuenta muestra todos los navegadores con la sesión iniciada.
