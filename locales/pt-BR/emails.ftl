### What emails say, each message once for both parts.

## Facts

mail-for = Para:
mail-from = De:
mail-when = Quando:
mail-until = Até:
mail-account = Conta:
mail-browser = Navegador:
mail-network = Rede:
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    })
mail-until-days =
    { $until } ({ $days ->
        [one] { $days } dia
       *[other] { $days } dias
    })
mail-works-once = Vale uma única vez.
mail-nothing-to-do = Se foi você, não precisa fazer nada.

## A code and a link

mail-log-in-subject = Entrar em { $app }
mail-prove-subject = Mude seu endereço em { $app }
mail-confirm-subject = Confirme seu novo endereço para { $app }
mail-code-preheader = Seu código e seu link para { $email }, válidos por { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }.
mail-type-code = Digite este código onde você o pediu:
mail-type-code-to-go-on = Para continuar, digite este código onde você o pediu:
mail-type-code-to-confirm = Digite este código onde você o pediu. A partir daí, você entra com este endereço:
mail-use-link = Use o link; o código só vale junto com ele:
mail-use-link-to-confirm = Use o link; o código só vale junto com ele. A partir daí, você entra com este endereço:
mail-invited = Você recebeu um convite. Abra o link abaixo e digite lá este código:
mail-somebody-wants-change = Alguém, provavelmente você, quer mudar o endereço da sua conta para { $new_email }.
mail-or-link = Ou abra este link no navegador em que você o pediu:
mail-this-link = Este é o link:
mail-not-asked = Se você não pediu isto, ignore: sem o código ninguém entra.
mail-not-invited = Se você não sabe do que se trata, ignore: sem o código ninguém entra.
mail-not-asked-change = Se não foi você, alguém está usando um navegador em que você está conectado: entre e saia de todos os lugares.
mail-other-browser-asks-code = Em outro navegador, o link pede também o código.
mail-other-browser-neither = Em outro navegador, nenhum dos dois funciona.
mail-any-browser = Os dois funcionam em qualquer navegador.
mail-never-give = Nunca dê o código a ninguém e digite-o somente em { $site }.

## A change of address that was asked for

mail-changing-subject = Seu endereço em { $app } vai mudar
mail-changing-preheader = De { $old_email } para { $new_email }. Você pode desfazer por { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }.
mail-changing-heading = Seu endereço vai mudar
mail-changing = Sua conta em { $app } vai ter outro endereço de e-mail:
mail-changing-logged-out = Ela foi desconectada de todos os lugares. Se foi você, não precisa fazer nada: assim que o novo endereço for confirmado, ele será seu. Até lá, entre com o antigo como antes.
mail-undo = Se não foi você, abra este link e desfaça a mudança:
mail-changing-not-you = Se não foi você, alguém usou sua conta ou lê seus e-mails. Mude também a senha do seu e-mail.

## A change of address that has happened

mail-changed-subject = Seu endereço de e-mail em { $app } mudou
mail-changed-preheader = De { $old_email } para { $new_email }. Você pode desfazer até: { $until }.
mail-changed-heading = Seu endereço de e-mail mudou
mail-changed = O endereço de e-mail da sua conta em { $app } mudou:
mail-changed-was-you = Se foi você, não precisa fazer nada: entre com o novo.
mail-changed-late = Se o link não funcionar mais, entre com este endereço como sempre: isso também leva a desfazer a mudança. E mude a senha da sua conta de e-mail: quem fez isso pode estar lendo seus e-mails.

## An address that somebody else wanted

mail-taken-subject = Alguém tentou usar seu endereço em { $app }
mail-taken-heading = Alguém tentou usar seu endereço
mail-taken-preheader = { $email } já pertence à sua conta. Nada mudou.
mail-left-preheader = { $email } está reservado para a conta dele. Nada mudou.
mail-taken = Alguém quis mudar o endereço de outra conta em { $app } para { $email }.
mail-taken-why = Ele já pertence à sua conta, então nada mudou.
mail-left-why = Uma conta tinha este endereço até pouco tempo atrás e ainda pode voltar a ele; por isso ele fica reservado e nada mudou.
mail-taken-was-you = Se foi você: entre com este endereço e você estará nesta conta. Para usá-lo na outra, mude primeiro o endereço desta.
mail-left-was-you = Se foi você: abra o link do e-mail sobre aquela mudança para voltar, ou espere até o prazo acabar.
mail-taken-not-you = Se não foi você, não precisa fazer nada. Este e-mail não tem código nem link, e ninguém ficou sabendo que você tem uma conta.

## A change of address that was undone

mail-undone-subject = Seu endereço de e-mail em { $app } voltou ao anterior
mail-undone-preheader = A conta voltou ao endereço de e-mail anterior.
mail-undone-heading = Uma mudança de endereço de e-mail foi desfeita
mail-undone = A conta em { $app } que tinha mudado para { $email } voltou ao endereço de e-mail que tinha antes: alguém que lê aquele endereço desfez a mudança. A conta foi desconectada de todos os lugares, e este endereço não permite mais entrar nela.
mail-undone-was-you = Se foi você, não precisa fazer nada: entre com o endereço anterior.
mail-undone-not-you = Se a conta é sua e você não sabe quem fez isso, alguém lê os e-mails do seu endereço anterior: mude a senha dele.

## A new browser

mail-new-browser-subject = Um novo navegador entrou em { $app }
mail-new-browser-heading = Um novo navegador entrou
mail-new-browser = Um navegador que ainda não conhecíamos entrou na sua conta em { $app }:
mail-new-browser-not-you = Se não foi você, alguém lê seus e-mails. Mude primeiro a senha da sua conta de e-mail. Depois abra a página da sua conta e saia de todos os lugares:
mail-open-account = Abrir a página da sua conta
mail-new-browser-why = Uma janela privada conta como nova a cada vez. São no máximo três destes e-mails em 24 horas; a página da sua conta mostra todos os navegadores conectados.
