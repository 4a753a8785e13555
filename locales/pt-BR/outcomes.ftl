### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = Digite seu endereço de e-mail.
error-address-incomplete = Esse endereço não está completo. Ele se parece com ada@example.com.
error-address-too-long = Esse endereço é longo demais para e-mail. Veja se algo foi colado duas vezes.
error-address-character = Esse endereço tem um caractere que não podemos usar, talvez um invisível. Digite um endereço simples, como ada@example.com.
error-address-domain = Confira o que vem depois do @: nenhum e-mail chega lá.
error-not-a-code = Um código tem { $digits } dígitos. Digite todos.
error-wrong-code = Esse código não confere.
error-tries-used-up = Foi um código errado a mais. Peça um novo e-mail.
error-expired = O tempo deste e-mail acabou. Peça um novo.
error-used = Este e-mail já foi usado. Peça um novo.
error-codes-off = Muitos códigos errados foram tentados para este endereço, então um código sozinho não vale mais. Abra o link do e-mail mais recente.
error-no-challenge = Peça primeiro um código neste navegador. Se você acabou de pedir, talvez ele esteja bloqueando cookies: permita-os para este site e tente de novo.
error-bad-link = Este link não está completo. Abra ou copie o link inteiro do e-mail, ou peça um novo. Se seu navegador bloqueia cookies, permita-os para este site.
error-code-needed = Digite o código que está no mesmo e-mail que o link.
error-only-where-asked = Esta mudança de endereço de e-mail só continua no navegador que a pediu. Digite o código lá.
error-too-soon = Um e-mail está a caminho. Espere um momento antes de pedir outro.
error-emails-limited = Vários e-mails foram pedidos. O mais recente da sua caixa de entrada também vale aqui, não importa quem o pediu: abra o link dele neste navegador e digite o código.
error-network-limited = Muitos e-mails foram pedidos a partir da sua rede. Se já houver um na sua caixa de entrada, ele também vale aqui: abra o link dele neste navegador. Outra rede, como a do seu celular, não precisa esperar.
error-site-limited = Muitas pessoas estão pedindo e-mails agora. Se já houver um na sua caixa de entrada, ele também vale aqui: abra o link dele neste navegador.
error-change-limited = Você não pode mudar para esse endereço agora, porque muitos e-mails foram pedidos. Tente um pouco mais tarde.
error-undo-email-limited = Esse e-mail não pode ser enviado de novo agora, porque muitos e-mails foram pedidos. O que já chegou ao endereço anterior também desfaz a mudança.
error-codes-limited = Muitos códigos foram tentados a partir da sua rede. Nenhuma das suas tentativas foi gasta.
error-enough-emails = Você pediu vários e-mails. O mais recente da sua caixa de entrada ainda vale.
error-same-address = Esse já é o seu endereço. Digite o novo.
error-change-refused = Seu endereço não foi mudado: este e-mail não permite mais isso. Entre com o endereço que você tinha e peça a mudança de novo.
error-email-taken = Outra conta deste site já tem esse endereço de e-mail; por isso a sua mantém o que tem. Se as duas são suas, fale com os responsáveis pelo site.
error-change-not-offered = Os endereços de e-mail não são mudados aqui. Fale com os responsáveis pelo site.
error-no-access = O endereço de e-mail é seu, mas não tem acesso aqui. Peça aos responsáveis pelo site que o liberem ou entre com outro.
error-address-moved-away = A conta com este endereço de e-mail mudou para outro. Se você não queria isso, desfaça.
error-bad-undo-link = Este link não está completo. Abra ou copie o link inteiro do e-mail. Se seu navegador bloqueia cookies, permita-os para este site.
error-undo-expired = O prazo para desfazer esta mudança acabou.
error-undo-used = Esta mudança já foi desfeita. Não há mais nada a desfazer.
error-not-sure = Marque primeiro a caixa para confirmar que é isso que você quer.
error-no-such-session = Essa sessão não está entre as suas.
error-logged-out-meanwhile = Sua sessão terminou nesse meio-tempo. Entre e tente de novo.
error-client-unknown = O número de vezes que isto pode ser feito de um mesmo lugar é limitado, e este site não soube onde você está. A falha é nossa; nada foi mudado.
error-bad-request = Isso não chegou inteiro até nós. Tente de novo.
error-unavailable = Há algo errado do nosso lado. Nada foi mudado; tente de novo em um momento.

## What has happened

notice-logged-out = Você saiu.
notice-logged-out-everywhere = Sua conta foi desconectada de todos os lugares.
notice-session-ended = Você foi desconectado a partir de outro navegador.
notice-address-changing = Sua conta foi desconectada de todos os lugares porque seu endereço de e-mail está sendo mudado. Até o novo ser confirmado, entre com o antigo.
notice-address-changed = Sua conta foi desconectada de todos os lugares porque seu endereço de e-mail mudou. Entre com o novo.
notice-change-undone = A mudança do seu endereço de e-mail foi desfeita, e sua conta foi desconectada de todos os lugares.
notice-others-change-undone = A mudança daquele endereço de e-mail foi desfeita, e a conta dele foi desconectada de todos os lugares. Aqui você continua na sua.
notice-session-expired = Sua sessão expirou. Entre de novo para continuar.
notice-session-replaced = Esta sessão foi substituída por uma mais recente no mesmo navegador.
notice-log-in-first = Entre para ver essa página.
notice-email-again = Enviamos outro e-mail.
notice-new-address = Este é agora o seu endereço de e-mail. Sua conta foi desconectada de todos os outros lugares.
notice-other-ended = Esse navegador foi desconectado.
notice-others-ended = Todos os seus outros navegadores foram desconectados.
notice-change-cancelled = Seu endereço de e-mail continua o mesmo.
notice-undo-email-sent = Enviamos de novo o e-mail para o seu endereço anterior. O link dele desfaz a mudança.

## Why an email certainly does not arrive

refused = Nenhum servidor de e-mail o aceitou. Confira o endereço; se estiver certo, a falha é nossa: tente de novo em um momento.
not-handed-over = Nenhum servidor de e-mail o aceitou. A falha é nossa: tente de novo em um momento.

## What the account page calls something that has happened

event-log-in-requested = E-mail pedido
event-logged-in = Entrada
event-log-in-failed = Tentativa de entrar sem sucesso
event-tries-used-up = Todas as tentativas gastas com códigos errados
event-codes-off = Cem códigos errados: agora só um link permite entrar
event-used-again = Tentativa com um e-mail já usado
event-logged-out = Saída
event-logged-out-everywhere = Saída de todos os lugares
event-session-ended = Um navegador da lista desconectado
event-others-ended = Todos os outros navegadores desconectados
event-limited = Pedidos demais
event-not-allowed = Tentativa de encerrar a sessão de outra pessoa
event-no-access = Confirmado um endereço de e-mail sem acesso
event-change-asked = Mudança de endereço de e-mail pedida
event-change-refused = Mudança de endereço de e-mail recusada
event-address-changed = Endereço de e-mail mudado
event-change-undone = Mudança de endereço de e-mail desfeita
event-change-cancelled = Mudança de endereço de e-mail cancelada
event-undo-offered = Confirmado o endereço que a conta deixou
event-email-refused = Um servidor de e-mail recusou um e-mail sobre uma mudança de endereço
event-email-given-up = Um e-mail sobre uma mudança de endereço não pôde ser entregue
event-user-created = Conta criada
event-forgotten = Conta esquecida

## Pages of failures: a title, and what to do

failure = Erro { $status }
fault-origin-title = Seu navegador deixou algo de fora
fault-origin = Para sua segurança, só nossas próprias páginas podem fazer isto, e seu navegador não disse em que página estava: não enviou nem o cabeçalho Origin nem Sec-Fetch-Site. Uma extensão de privacidade ou um proxy pode estar removendo-os. Permita-os para este site ou use outro navegador.
fault-client-title = Não sabemos onde você está
fault-client = O número de vezes que isto pode ser feito de um mesmo lugar é limitado, e este site não soube onde você está. A falha é nossa e foi registrada. Nada foi mudado nem gasto; tente mais tarde.
fault-server-title = Este servidor ainda não está pronto
fault-other-address-title = Esta página está aberta em outro endereço
fault-other-address = Para sua segurança, isto só funciona no próprio endereço do site. Vá para o início e faça lá.
not-found-title = Não há nada aqui
not-found = A página pode ter mudado de lugar, ou o endereço tem um erro de digitação.
unauthorized-title = Entre primeiro
unauthorized = Isto é para quem entrou. Vá para o início e entre.
no-such-part-title = Essa parte não existe
no-such-part = O arquivo é mais curto. Carregue-o inteiro.
forbidden-title = Isso veio de outro site
forbidden = Para sua segurança, só nossas próprias páginas podem fazer isto. Vá para o início e tente de lá.
not-here-title = Isso não pode ser feito aqui
not-here = Este endereço não pode ser aberto sozinho. Vá para o início e encontre o caminho de lá.
too-slow-title = Demorou demais
too-slow = A conexão estava lenta demais. Volte e tente de novo.
too-large-title = Foi demais
too-large = O formulário tinha mais do que podemos aceitar. Volte e encurte-o.
too-many-title = Um pouco mais devagar, por favor
too-many = Houve pedidos demais. Tente de novo em um momento.
back-soon-title = Já voltamos
back-soon = Algo do nosso lado não responde. Nada foi perdido nem gasto; tente de novo em um momento.
went-wrong-title = Algo deu errado
went-wrong = A falha é nossa e foi registrada. Volte e tente de novo.
not-whole-title = Isso não chegou inteiro até nós
not-whole = Volte e tente de novo.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = Você saiu. Entre e tente de novo.
did-not-work = Não deu certo. Tente de novo em um momento.
