### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = Escribe tu dirección de correo.
error-address-incomplete = Esa dirección no está completa. Debe parecerse a ada@example.com.
error-address-too-long = Esa dirección es demasiado larga para un correo. Comprueba si se ha pegado algo dos veces.
error-address-character = Esa dirección contiene un carácter que no podemos usar, quizá uno invisible. Escribe una dirección sencilla, como ada@example.com.
error-address-domain = Comprueba lo que hay detrás de la @: ningún correo puede llegar ahí.
error-not-a-code = Un código tiene { $digits } cifras. Escríbelas todas.
error-wrong-code = Ese código no coincide.
error-tries-used-up = Ha sido un código incorrecto de más. Pide un nuevo correo.
error-expired = El tiempo de este correo ha terminado. Pide uno nuevo.
error-used = Este correo ya se ha usado. Pide uno nuevo.
error-codes-off = Se han probado demasiados códigos incorrectos para esta dirección, así que un código por sí solo ya no sirve. Abre el enlace del correo más reciente.
error-no-challenge = Pide primero un código en este navegador. Si acabas de hacerlo, puede que bloquee las cookies: permítelas para este sitio e inténtalo otra vez.
error-bad-link = Este enlace no está completo. Ábrelo o cópialo entero desde el correo, o pide uno nuevo. Si tu navegador bloquea las cookies, permítelas para este sitio.
error-code-needed = Escribe el código que está en el mismo correo que el enlace.
error-only-where-asked = Este cambio de dirección de correo solo continúa en el navegador que lo pidió. Escribe allí el código.
error-too-soon = Hay un correo en camino. Espera un momento antes de pedir otro.
error-emails-limited = Se han pedido varios correos. El más reciente de tu bandeja de entrada también sirve aquí, lo haya pedido quien lo haya pedido: abre su enlace en este navegador y escribe su código.
error-network-limited = Se han pedido muchos correos desde tu red. Si ya tienes uno en tu bandeja de entrada, también sirve aquí: abre su enlace en este navegador. Otra red, como la de tu teléfono, no tiene que esperar.
error-site-limited = Muchísimas personas están pidiendo correos ahora mismo. Si ya tienes uno en tu bandeja de entrada, también sirve aquí: abre su enlace en este navegador.
error-change-limited = Ahora mismo no puedes cambiar a esa dirección, porque se han pedido muchos correos. Inténtalo un poco más tarde.
error-undo-email-limited = Ese correo no puede enviarse otra vez ahora mismo, porque se han pedido muchos. El que ya haya llegado a la dirección anterior también deshace el cambio.
error-codes-limited = Se han probado demasiados códigos desde tu red. No se ha gastado ninguno de tus intentos.
error-enough-emails = Has pedido varios correos. El más reciente de tu bandeja de entrada sigue siendo válido.
error-same-address = Esa ya es tu dirección. Escribe la nueva.
error-change-refused = Tu dirección no se ha cambiado: este correo ya no sirve para eso. Inicia sesión con la dirección que tenías y pide el cambio otra vez.
error-email-taken = Otra cuenta de este sitio ya tiene esa dirección de correo, así que la tuya conserva la que tiene. Si ambas son tuyas, pregunta a los responsables del sitio.
error-change-not-offered = Aquí no se cambian las direcciones de correo. Pregunta a los responsables del sitio.
error-no-access = La dirección de correo es tuya, pero no tiene acceso aquí. Pide a los responsables del sitio que se lo den o inicia sesión con otra.
error-address-moved-away = La cuenta con esta dirección de correo ha cambiado a otra. Si no querías eso, deshazlo.
error-bad-undo-link = Este enlace no está completo. Ábrelo o cópialo entero desde el correo. Si tu navegador bloquea las cookies, permítelas para este sitio.
error-undo-expired = El plazo para deshacer este cambio ha terminado.
error-undo-used = Este cambio ya se ha deshecho. No queda nada que deshacer.
error-not-sure = Marca primero la casilla para confirmar que es lo que quieres.
error-no-such-session = Esa sesión no está entre las tuyas.
error-logged-out-meanwhile = Entretanto se ha cerrado tu sesión. Inicia sesión e inténtalo otra vez.
error-client-unknown = Hay un límite de veces que esto se puede hacer desde un mismo lugar, y este sitio no ha podido saber dónde estás. El fallo es nuestro; no se ha cambiado nada.
error-bad-request = No nos ha llegado completo. Inténtalo otra vez.
error-unavailable = Algo falla por nuestra parte. No se ha cambiado nada; inténtalo otra vez en un momento.

## What has happened

notice-logged-out = Se ha cerrado tu sesión.
notice-logged-out-everywhere = Se ha cerrado tu sesión en todas partes.
notice-session-ended = Se ha cerrado tu sesión desde otro navegador.
notice-address-changing = Se ha cerrado tu sesión en todas partes porque se está cambiando tu dirección de correo. Hasta que confirmes la nueva, inicia sesión con la anterior.
notice-address-changed = Se ha cerrado tu sesión en todas partes porque tu dirección de correo ha cambiado. Inicia sesión con la nueva.
notice-change-undone = El cambio de tu dirección de correo se ha deshecho y se ha cerrado tu sesión en todas partes.
notice-others-change-undone = El cambio de esa dirección de correo se ha deshecho y se ha cerrado la sesión de su cuenta en todas partes. Aquí sigues con la tuya.
notice-session-expired = Tu sesión ha caducado. Vuelve a iniciarla para continuar.
notice-session-replaced = Esta sesión se ha sustituido por otra más reciente en el mismo navegador.
notice-log-in-first = Inicia sesión para ver esa página.
notice-email-again = Te hemos enviado otro correo.
notice-new-address = Esta es ahora tu dirección de correo. Se ha cerrado tu sesión en todos los demás sitios.
notice-other-ended = Se ha cerrado la sesión de ese navegador.
notice-others-ended = Se ha cerrado la sesión de todos tus demás navegadores.
notice-change-cancelled = Tu dirección de correo se queda como está.
notice-undo-email-sent = Hemos enviado otra vez el correo a tu dirección anterior. Su enlace deshace el cambio.

## Why an email certainly does not arrive

refused = Ningún servidor de correo lo ha aceptado. Comprueba la dirección; si es correcta, el fallo es nuestro: inténtalo otra vez en un momento.
not-handed-over = Ningún servidor de correo lo ha aceptado. El fallo es nuestro: inténtalo otra vez en un momento.

## What the account page calls something that has happened

event-log-in-requested = Correo pedido
event-logged-in = Sesión iniciada
event-log-in-failed = Intento fallido de iniciar sesión
event-tries-used-up = Todos los intentos gastados con códigos incorrectos
event-codes-off = Cien códigos incorrectos: ahora solo un enlace inicia sesión
event-used-again = Intento con un correo ya usado
event-logged-out = Sesión cerrada
event-logged-out-everywhere = Sesión cerrada en todas partes
event-session-ended = Sesión de un navegador de la lista cerrada
event-others-ended = Sesión de todos los demás navegadores cerrada
event-limited = Demasiadas peticiones
event-not-allowed = Intento de cerrar una sesión ajena
event-no-access = Confirmada una dirección de correo sin acceso
event-change-asked = Cambio de dirección de correo pedido
event-change-refused = Cambio de dirección de correo rechazado
event-address-changed = Dirección de correo cambiada
event-change-undone = Cambio de dirección de correo deshecho
event-change-cancelled = Cambio de dirección de correo cancelado
event-undo-offered = Confirmada la dirección que la cuenta ha dejado
event-email-refused = Un servidor de correo rechazó un mensaje sobre un cambio de dirección
event-email-given-up = No se pudo entregar un correo sobre un cambio de dirección
event-user-created = Cuenta creada
event-forgotten = Cuenta olvidada

## Pages of failures: a title, and what to do

failure = Error { $status }
fault-origin-title = Tu navegador ha omitido algo
fault-origin = Por tu seguridad solo nuestras propias páginas pueden hacer esto, y tu navegador no dijo en qué página estaba: no envió ni la cabecera Origin ni Sec-Fetch-Site. Puede que las quite una extensión de privacidad o un proxy. Permítelas para este sitio o usa otro navegador.
fault-client-title = No sabemos dónde estás
fault-client = Hay un límite de veces que esto se puede hacer desde un mismo lugar, y este sitio no ha podido saber dónde estás. El fallo es nuestro y queda anotado. No se ha cambiado ni gastado nada; inténtalo más tarde.
fault-server-title = Este servidor aún no está listo
fault-other-address-title = Esta página está abierta en otra dirección
fault-other-address = Por tu seguridad esto solo funciona en la dirección propia del sitio. Ve al inicio y hazlo allí.
not-found-title = Aquí no hay nada
not-found = Puede que la página se haya movido o que su dirección tenga una errata.
unauthorized-title = Inicia sesión primero
unauthorized = Esto es para quienes han iniciado sesión. Ve al inicio y hazlo allí.
no-such-part-title = Esa parte no existe
no-such-part = El archivo es más corto. Cárgalo entero.
forbidden-title = Eso venía de otro sitio
forbidden = Por tu seguridad solo nuestras propias páginas pueden hacer esto. Ve al inicio e inténtalo desde allí.
not-here-title = Eso no se puede hacer aquí
not-here = Esta dirección no se puede abrir por sí sola. Ve al inicio y busca el camino desde allí.
too-slow-title = Ha tardado demasiado
too-slow = La conexión era demasiado lenta. Vuelve atrás e inténtalo otra vez.
too-large-title = Era demasiado
too-large = El formulario contenía más de lo que podemos aceptar. Vuelve atrás y acórtalo.
too-many-title = Un poco más despacio, por favor
too-many = Ha habido demasiadas peticiones. Inténtalo otra vez en un momento.
back-soon-title = Volvemos enseguida
back-soon = Algo por nuestra parte no responde. No se ha perdido ni gastado nada; inténtalo otra vez en un momento.
went-wrong-title = Algo ha ido mal
went-wrong = El fallo es nuestro y queda anotado. Vuelve atrás e inténtalo otra vez.
not-whole-title = No nos ha llegado completo
not-whole = Vuelve atrás e inténtalo otra vez.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = Se ha cerrado tu sesión. Iníciala e inténtalo otra vez.
did-not-work = No ha funcionado. Inténtalo otra vez en un momento.
