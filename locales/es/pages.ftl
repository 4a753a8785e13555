### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = Español
language = Idioma
change-language = Cambiar idioma

## Buttons and links of several pages

log-in = Iniciar sesión
logging-in = Iniciando sesión…
log-out = Cerrar sesión
logging-out = Cerrando sesión…
log-out-everywhere = Cerrar sesión en todas partes
sending = Enviando…
go-on = Continuar
going-on = Un momento…
go-to-start = Ir al inicio
stay-logged-in = Mantener la sesión iniciada
ask-for-new-email = Pedir un nuevo correo
send-me-a-code = Enviarme un código
use-another-address = Usar otra dirección
keep-address = Dejar la dirección como está
change-address = Cambiar dirección
changing = Cambiando…
your-account = Tu cuenta
keep-me-logged-in = Mantener la sesión iniciada en este navegador
you-are-logged-in-as = Has iniciado sesión como { $email }.
you-are-logged-in-here-as = Has iniciado sesión aquí como { $email }.
questions = ¿Preguntas? { $support }
offline = No tienes conexión. Lo que has escrito sigue aquí; envíalo otra vez cuando vuelvas a tenerla.

## Home

welcome-back = Hola de nuevo
without-password = Inicia sesión sin contraseña
needs-only-email = { $app } solo necesita tu dirección de correo. Te enviamos un código y un enlace; con cualquiera de los dos entras, y nadie puede adivinar, robar ni olvidar una contraseña que no existe.
home-description = { $app } no necesita contraseña: inicias sesión con un código o un enlace que enviamos a tu dirección de correo.

## The page that asks for the email address

check-your-address = Comprueba tu dirección
log-in-to = Iniciar sesión en { $app }
your-email-address = Tu dirección de correo electrónico
we-will-send = Te enviaremos un código y un enlace. No hace falta contraseña.
log-in-description = Inicia sesión en { $app } con tu dirección de correo. Te enviamos un código y un enlace; cualquiera de los dos sirve.

## The page that asks for the code

check-your-email = Revisa tu correo
prove-its-you = Demuestra que eres tú
check-new-address = Revisa el correo de tu nueva dirección
another-not-sent = No hemos podido enviarte otro correo. El anterior sigue siendo válido.
not-confirmed = Nuestro servidor de correo aún no ha confirmado tu mensaje. Puede que todavía llegue y, si llega, su código y su enlace funcionarán. Si no, pide otro.
prove-present-first = Hace tiempo que iniciaste sesión, así que confirma primero tu dirección actual. Después continuará el cambio a { $email }.
logged-out-for-change = Se ha cerrado tu sesión en todas partes. En cuanto confirmes la nueva dirección, será la tuya; hasta entonces puedes iniciar sesión con la anterior.
sending-to = Estamos enviando un código y un enlace a { $email }. Sirven durante { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }, hasta: { $until }.
sent-to = Hemos enviado un código y un enlace a { $email }. Sirven durante { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }, hasta: { $until }.
open-inbox = Abrir { $name }
code-from-email = Código del correo
digits = { $digits } cifras. Los espacios no importan.
use-this-address = Usar esta dirección
type-or-open = Escríbelo otra vez o abre el enlace del correo.
last-code = Ha sido un código incorrecto de más. Pide un nuevo correo o abre el enlace del correo.
tries-left =
    { $left ->
        [one] Queda { $left } intento.
       *[other] Quedan { $left } intentos.
    }
look-in-spam = ¿No ha llegado nada? Mira en el correo no deseado.
look-in-spam-each-works = ¿No ha llegado nada? Mira en el correo no deseado. Has pedido varios correos; todos siguen siendo válidos.
send-again = Enviar otra vez
in-time = en { $time }
log-in-with-old-address = Iniciar sesión con la dirección que tenías
not-sent = No hemos podido enviar tu correo
meant-for = Era para { $email }.
try-again = Reintentar
ask-for-new-code = Pide un nuevo código
send-me-new-code = Enviarme un nuevo código
we-will-send-to = Lo enviaremos a { $email }.
we-will-send-to-present = Lo enviaremos a tu dirección actual. Después continuará el cambio a { $email }.
still-old-change-again = Tu dirección sigue siendo la anterior. Inicia sesión con ella y cámbiala otra vez a { $email }.

## The page where an email's link leads

another-is-logged-in = Has iniciado sesión aquí como { $email }. Si continúas, se cerrará esa sesión. { $stay }
log-in-question = ¿Iniciar sesión?
logs-you-in-as = Iniciarás sesión como { $email }.
change-question = ¿Cambiar tu dirección?
proves-and-changes = Esto demuestra que eres tú, { $email }, y cambia tu dirección a { $new_email }. Se cerrará tu sesión en todas partes.
use-question = ¿Usar esta dirección?
from-now-on = A partir de ahora inicias sesión con { $email }. Con esto entras.
type-code-too = Escribe también el código
asked-in-another-browser = Este enlace se pidió en otro navegador: { $browser }, { $client }, { $asked_at }.
to-log-in-here = Para iniciar sesión aquí como { $email }, escribe el código del mismo correo. Si no lo has pedido, cierra esta página.
change-only-where-asked = El cambio de dirección solo continúa en el navegador que lo pidió.
code = Código
digits-with-link = { $digits } cifras, en el correo con este enlace
type-where-asked = Escribe el código donde lo pediste
somebody-wants-address = Alguien quiere usar { $email } como dirección de correo de su cuenta. Lo pidió en otro navegador: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = Si fuiste tú, vuelve a ese navegador y escribe allí el código del mismo correo. El cambio no continúa en ningún otro sitio.
give-code-to-nobody = Si no lo has pedido, no des el código a nadie: tu dirección pasaría a ser la de la cuenta de otra persona.
code-instead = Este enlace no está completo. Escribe en su lugar el código del mismo correo.
type-the-code = Escribir el código
still-old-ask-again = Tu dirección sigue siendo la anterior. Inicia sesión con ella y pide el cambio otra vez.
link-used = Este enlace ya se ha usado
link-expired = Este enlace ha caducado
too-many-wrong-codes = Demasiados códigos incorrectos
link-does-not-work = Este enlace no funciona

## The account page

email-address = Dirección de correo electrónico
you-log-in-with = Inicias sesión con { $email }.
change-waits = Un cambio a { $email } espera confirmación.
cancel-change = Cancelar el cambio
cancelling = Cancelando…
it-changed = Cambió de { $old_email } a { $new_email }: { $moved_at }. El correo que enviamos a la dirección anterior permite deshacerlo, hasta: { $until }.
send-that-email-again = Enviar ese correo otra vez
where-logged-in = Dónde tienes la sesión iniciada
in-browsers =
    { $count ->
        [1] Solo en este navegador.
       *[other] En { $count } navegadores. Cierra la sesión en los que no conozcas o ya no uses.
    }
none-on-this-page = No hay ninguno en esta página.
this-one = Este
last-seen = Última actividad: { $at } · { $client }
logged-in-at = Inicio de sesión: { $at }
log-out-which = Cerrar la sesión de { $browser }, { $client }, iniciada { $since }
stays-until = Este navegador mantiene la sesión como máximo hasta: { $at }.
log-out-others = Cerrar todas las demás sesiones
pages-of-list = Páginas de la lista
earlier-page = Página anterior
next-page = Página siguiente
page-of = Página { $number } de { $pages }
recent-activity = Actividad reciente
not-you = ¿Ves algo que no hiciste tú? Quien pueda leer tu correo puede iniciar sesión: cambia primero la contraseña de tu correo.
unknown-browser = Un navegador desconocido
browser-on-system = { $browser } en { $system }
unknown-client = desconocido

## The form for another email address, on our pages and on others

new-email-address = Nueva dirección de correo electrónico
what-a-change-does = Le enviaremos un código y avisaremos a tu dirección actual. Se cerrará tu sesión en todas partes.
type-new-address = Escribe tu nueva dirección de correo.
that-is-yours = Esa ya es tu dirección. Escribe la nueva.

## A page whose session has ended

you-are-logged-out = Se ha cerrado tu sesión

## The page that undoes a change of email address

undo-question = ¿Deshacer el cambio?
nothing-to-undo = Nada que deshacer
address-is-now = La dirección de esta cuenta es ahora { $email }; { $log_in }.
log-in-with-that = inicia sesión con ella
or-give-back = O, si no quieres eso, devuelve a la cuenta su antigua dirección de correo:
somebody-asked = Alguien pidió cambiar la dirección de correo de esta cuenta, { $asked_at }:
from = De
to = A
undo-moved = La cuenta ya tiene la nueva dirección. Si deshaces el cambio, recupera la antigua y se cierra la sesión en todas partes. Puedes hacerlo hasta: { $until }.
undo-not-proved = La nueva dirección aún no está confirmada. Si deshaces el cambio, la cuenta conserva la antigua y se cierra la sesión en todas partes. Puedes hacerlo hasta: { $until }.
i-dont-want = No quiero este cambio
undo = Deshacer el cambio
undoing = Deshaciendo…

## The page that asks before it logs out everywhere

log-out-everywhere-question = ¿Cerrar sesión en todas partes?
ends-all = Esto termina todas tus sesiones, en este navegador y en todos los demás. Las páginas que sigan abiertas se cierran.

## The page of a limit

a-little-later = Un poco más tarde
open-it-all-the-same = ¿Es demasiado antiguo o para otra dirección? Abre su enlace de todos modos y vuelve a pedirlo aquí.
ask-again-from = Puedes volver a pedirlo a partir de: { $until }.
go-on-from = Puedes continuar a partir de: { $until }.
type-a-code = Escribir un código
one-moment = Un momento…
back-to-account = Volver a tu cuenta

## The development mailbox

mailbox = Buzón
mailbox-lead = Correos de este servidor de desarrollo, los más recientes primero. Se guardan en memoria hasta que se detiene; define { $setting } e irán a un servidor de correo.
no-emails = Aún no hay correos. { $ask }.
ask-for-one = Pide uno
email-to-at = Para { $email } · { $at }
email-to = Correo para { $email }
as-plain-text = Como texto sin formato

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = ahora mismo
minutes-ago =
    { $minutes ->
        [one] hace { $minutes } minuto
       *[other] hace { $minutes } minutos
    }
yesterday = ayer
today = hoy
tomorrow = mañana
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
