### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = Português (Brasil)
language = Idioma
change-language = Mudar idioma

## Buttons and links of several pages

log-in = Entrar
logging-in = Entrando…
log-out = Sair
logging-out = Saindo…
log-out-everywhere = Sair de todos os lugares
sending = Enviando…
go-on = Continuar
going-on = Um momento…
go-to-start = Ir para o início
stay-logged-in = Continuar conectado
ask-for-new-email = Pedir um novo e-mail
send-me-a-code = Enviar um código
use-another-address = Usar outro endereço
keep-address = Manter o endereço atual
change-address = Mudar endereço
changing = Mudando…
your-account = Sua conta
keep-me-logged-in = Manter-me conectado neste navegador
you-are-logged-in-as = Você entrou como { $email }.
you-are-logged-in-here-as = Você entrou aqui como { $email }.
questions = Dúvidas? { $support }
offline = Você está sem conexão. O que você digitou continua aqui; envie de novo quando a conexão voltar.

## Home

welcome-back = Que bom ver você de novo
without-password = Entre sem senha
needs-only-email = { $app } só precisa do seu endereço de e-mail. Enviamos um código e um link; qualquer um dos dois permite entrar, e ninguém pode adivinhar, roubar ou esquecer uma senha que não existe.
home-description = { $app } não precisa de senha: você entra com um código ou um link que enviamos para o seu endereço de e-mail.

## The page that asks for the email address

check-your-address = Confira seu endereço
log-in-to = Entrar em { $app }
your-email-address = Seu endereço de e-mail
we-will-send = Vamos enviar um código e um link. Você não precisa de senha.
log-in-description = Entre em { $app } com seu endereço de e-mail. Enviamos um código e um link; qualquer um dos dois serve.

## The page that asks for the code

check-your-email = Confira seu e-mail
prove-its-you = Confirme que é você
check-new-address = Confira o e-mail do novo endereço
another-not-sent = Não conseguimos enviar outro e-mail. O anterior continua valendo.
not-confirmed = Nosso servidor de e-mail ainda não confirmou sua mensagem. Ela ainda pode chegar e, nesse caso, o código e o link funcionam. Se não chegar, peça outra.
prove-present-first = Faz algum tempo que você entrou; por isso, confirme primeiro seu endereço atual. Depois a mudança para { $email } continua.
logged-out-for-change = Sua conta foi desconectada de todos os lugares. Assim que o novo endereço for confirmado, ele será seu; até lá, você pode entrar com o antigo.
sending-to = Estamos enviando um código e um link para { $email }. Eles valem por { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }, até: { $until }.
sent-to = Enviamos um código e um link para { $email }. Eles valem por { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }, até: { $until }.
open-inbox = Abrir { $name }
code-from-email = Código do e-mail
digits = { $digits } dígitos. Os espaços não importam.
use-this-address = Usar este endereço
type-or-open = Digite de novo ou abra o link do e-mail.
last-code = Foi um código errado a mais. Peça um novo e-mail ou abra o link do e-mail.
tries-left =
    { $left ->
        [one] Resta { $left } tentativa.
       *[other] Restam { $left } tentativas.
    }
look-in-spam = Não chegou nada? Veja na caixa de spam.
look-in-spam-each-works = Não chegou nada? Veja na caixa de spam. Você pediu vários e-mails; todos ainda valem.
send-again = Enviar de novo
in-time = em { $time }
log-in-with-old-address = Entrar com o endereço que você tinha
not-sent = Não conseguimos enviar seu e-mail
meant-for = Era para { $email }.
try-again = Tentar de novo
ask-for-new-code = Peça um novo código
send-me-new-code = Enviar um novo código
we-will-send-to = Vamos enviar para { $email }.
we-will-send-to-present = Vamos enviar para o seu endereço atual. Depois a mudança para { $email } continua.
still-old-change-again = Seu endereço ainda é o antigo. Entre com ele e mude de novo para { $email }.

## The page where an email's link leads

another-is-logged-in = Você entrou aqui como { $email }. Se continuar, essa conta será desconectada. { $stay }
log-in-question = Entrar?
logs-you-in-as = Você vai entrar como { $email }.
change-question = Mudar seu endereço?
proves-and-changes = Isto confirma que você é { $email } e muda seu endereço para { $new_email }. Sua conta será desconectada de todos os lugares.
use-question = Usar este endereço?
from-now-on = De agora em diante, você entra com { $email }. Com isto você entra.
type-code-too = Digite também o código
asked-in-another-browser = Este link foi pedido em outro navegador: { $browser }, { $client }, { $asked_at }.
to-log-in-here = Para entrar aqui como { $email }, digite o código do mesmo e-mail. Se você não pediu, feche esta página.
change-only-where-asked = A mudança de endereço só continua no navegador que a pediu.
code = Código
digits-with-link = { $digits } dígitos, no e-mail com este link
type-where-asked = Digite o código onde você pediu
somebody-wants-address = Alguém quer usar { $email } como endereço de e-mail da própria conta. O pedido veio de outro navegador: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = Se foi você, volte àquele navegador e digite lá o código do mesmo e-mail. A mudança não continua em nenhum outro lugar.
give-code-to-nobody = Se você não pediu isto, não dê o código a ninguém: seu endereço passaria a ser o da conta de outra pessoa.
code-instead = Este link não está completo. Digite o código do mesmo e-mail.
type-the-code = Digitar o código
still-old-ask-again = Seu endereço ainda é o antigo. Entre com ele e peça a mudança de novo.
link-used = Este link já foi usado
link-expired = Este link expirou
too-many-wrong-codes = Códigos errados demais
link-does-not-work = Este link não funciona

## The account page

email-address = Endereço de e-mail
you-log-in-with = Você entra com { $email }.
change-waits = Uma mudança para { $email } aguarda confirmação.
cancel-change = Cancelar a mudança
cancelling = Cancelando…
it-changed = Mudou de { $old_email } para { $new_email }: { $moved_at }. O e-mail que enviamos para o endereço anterior desfaz isso, até: { $until }.
send-that-email-again = Enviar esse e-mail de novo
where-logged-in = Onde você está conectado
in-browsers =
    { $count ->
        [1] Só neste navegador.
       *[other] Em { $count } navegadores. Desconecte os que você não reconhece ou não usa mais.
    }
none-on-this-page = Não há nenhum nesta página.
this-one = Este
last-seen = Última atividade: { $at } · { $client }
logged-in-at = Entrada: { $at }
log-out-which = Desconectar { $browser }, { $client }, entrada: { $since }
stays-until = Este navegador fica conectado no máximo até: { $at }.
log-out-others = Desconectar todos os outros
pages-of-list = Páginas da lista
earlier-page = Página anterior
next-page = Próxima página
page-of = Página { $number } de { $pages }
recent-activity = Atividade recente
not-you = Algo aqui que não foi você? Quem consegue ler seu e-mail consegue entrar: mude primeiro a senha do seu e-mail.
unknown-browser = Um navegador desconhecido
browser-on-system = { $browser } em { $system }
unknown-client = desconhecido

## The form for another email address, on our pages and on others

new-email-address = Novo endereço de e-mail
what-a-change-does = Vamos enviar um código para ele e avisar seu endereço atual. Sua conta será desconectada de todos os lugares.
type-new-address = Digite seu novo endereço de e-mail.
that-is-yours = Esse já é o seu endereço. Digite o novo.

## A page whose session has ended

you-are-logged-out = Você saiu

## The page that undoes a change of email address

undo-question = Desfazer a mudança?
nothing-to-undo = Nada a desfazer
address-is-now = O endereço desta conta agora é { $email }; { $log_in }.
log-in-with-that = entre com ele
or-give-back = Ou, se você não quer isso, devolva à conta o antigo endereço de e-mail:
somebody-asked = Alguém pediu para mudar o endereço de e-mail desta conta, { $asked_at }:
from = De
to = Para
undo-moved = A conta já tem o novo endereço. Ao desfazer, ela recupera o endereço antigo e é desconectada de todos os lugares. Você pode fazer isso até: { $until }.
undo-not-proved = O novo endereço ainda não foi confirmado. Ao desfazer, a conta mantém o endereço antigo e é desconectada de todos os lugares. Você pode fazer isso até: { $until }.
i-dont-want = Não quero esta mudança
undo = Desfazer a mudança
undoing = Desfazendo…

## The page that asks before it logs out everywhere

log-out-everywhere-question = Sair de todos os lugares?
ends-all = Isto encerra todas as suas sessões, neste navegador e em todos os outros. Todas as páginas ainda abertas se fecham.

## The page of a limit

a-little-later = Um pouco mais tarde
open-it-all-the-same = É antigo demais ou para outro endereço? Abra o link mesmo assim e depois peça aqui de novo.
ask-again-from = Você pode pedir de novo a partir de: { $until }.
go-on-from = Você pode continuar a partir de: { $until }.
type-a-code = Digitar um código
one-moment = Um momento…
back-to-account = Voltar à sua conta

## The development mailbox

mailbox = Caixa de e-mails
mailbox-lead = E-mails deste servidor de desenvolvimento, do mais novo ao mais antigo. Ficam na memória até ele parar; defina { $setting } e eles vão para um servidor de e-mail.
no-emails = Ainda não há e-mails. { $ask }.
ask-for-one = Peça um
email-to-at = Para { $email } · { $at }
email-to = E-mail para { $email }
as-plain-text = Como texto simples

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = agora mesmo
minutes-ago =
    { $minutes ->
        [one] há { $minutes } minuto
       *[other] há { $minutes } minutos
    }
yesterday = ontem
today = hoje
tomorrow = amanhã
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
