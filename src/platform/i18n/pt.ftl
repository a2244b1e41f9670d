# Numbers with their nouns, for the texts below.
n-days = { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}
n-hours = { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
}
n-minutes = { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}
n-minutes-credits = { $minutes ->
    [one] { $minutes } crédito
   *[other] { $minutes } créditos
}
n-credits = { $credits ->
    [one] { $credits } crédito
   *[other] { $credits } créditos
}
n-credits-minutes = { $credits ->
    [one] { $credits } minuto
   *[other] { $credits } minutos
}
n-credits-ai = { $credits ->
    [one] { $credits } crédito de IA
   *[other] { $credits } créditos de IA
}
n-credits-lock = { $credits ->
    [one] { $credits } crédito de tranca
   *[other] { $credits } créditos de tranca
}
n-amount-ai = { $amount ->
    [one] { $amount } crédito de IA
   *[other] { $amount } créditos de IA
}
n-amount-lock = { $amount ->
    [one] { $amount } crédito de tranca
   *[other] { $amount } créditos de tranca
}
n-stars = { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
n-stars-back = { $stars ->
    [one] { $stars } Star devolvida
   *[other] { $stars } Stars devolvidas
}
n-minimum = { $minimum ->
    [one] { $minimum } Star
   *[other] { $minimum } Stars
}
n-spendable = { $spendable ->
    [one] { $spendable } Star
   *[other] { $spendable } Stars
}

# Botões. O texto dos botões volta ao bot como mensagem: dois deles nunca podem ser iguais.
button-find = 🔍 Procurar alguém
button-profile = 👤 Perfil
button-help = ❓ Ajuda
button-next = ⏭ Próxima pessoa
button-stop = ⏹ Parar
button-block = 🚫 Bloquear
button-report = 🚩 Denunciar
button-lock = 🔒 Trancar conversa
button-cancel = Cancelar a busca
button-stop-search = Parar de procurar
button-widen = Pode ser qualquer pessoa
button-notify = 🔔 Avise-me
button-share = Compartilhar
button-dont-share = Não compartilhar
button-open-there = Abrir
button-end-there = Encerrar lá
button-edit-gender = Editar gênero
button-edit-age = Editar idade
button-edit-language = Editar idioma
button-preferences = ⭐ Quem encontrar
button-join = Entrar em { $channel }
button-joined = ✅ Já entrei
button-delete-data = Apagar tudo
button-keep-data = Manter
button-accept-terms = Aceito
button-appeal = 🙏 Recorrer

gender-male = Masculino
gender-female = Feminino
gender-other = Outro
wish-any = Qualquer pessoa

# A entrada
choose-language = 👋 Boas-vindas! Em que idioma vamos conversar?
welcome =
    Aqui você conversa a dois com desconhecidos, de forma anônima. Eles nunca veem seu nome, número ou perfil, e você pode sair quando quiser.

    Ao continuar, você aceita os termos (/terms) e a política de privacidade (/privacy). É preciso ter { $minimumAge } anos ou mais.
ask-gender = Qual é o seu gênero?
ask-age = Quantos anos você tem? Envie sua idade em número, por exemplo 27.
bad-age = Preciso da sua idade em número, de 13 a 120, por exemplo 27.
age-locked = Uma idade abaixo de 18 não pode ser mudada aqui para 18 ou mais. Se foi engano, escreva para o suporte: /help
age-refused =
    Agradeço a sinceridade. Aqui as pessoas conhecem desconhecidos, por isso só pode entrar quem tem { $minimumAge } anos ou mais, e não posso deixar você entrar.
age-refused-kept =
    Seu gênero, sua idade e suas preferências foram apagados, e nada mais será cobrado. Ficam guardados esta recusa, seu idioma e em quais bots você esteve. Se você já esteve aqui antes, ficam também suas compras, quem você convidou e bloqueou, e as denúncias: /mydata mostra tudo, /deletemydata apaga.
age-refused-appeal = Se a idade foi um engano, escreva para { $contact } e a equipe vai analisar.
age-refused-no-contact = Se a idade foi um engano, peça a quem cuida deste bot para analisar.
banned-until = ⛔ Você está excluído deste bot até { $until }. Motivo: { $reason }
banned-for-good = ⛔ Você está excluído deste bot de forma definitiva. Motivo: { $reason }
banned-under-review = ⏸ Você recebeu denúncias e não vai encontrar ninguém aqui até que a equipe as analise.
appeal-offer = Foi um engano? Você pode recorrer uma vez.
appeal-ask = Escreva uma mensagem explicando por quê, e a equipe vai ler. É só uma.
appeal-passed = 🙏 Agradecemos. A equipe vai ler e responder por aqui.
appeal-already = Você já recorreu. Só é possível uma vez.
appeal-failed = Não foi possível enviar seu recurso agora. Tente de novo mais tarde.
appeal-lifted = ✅ A equipe aceitou seu recurso: a exclusão foi retirada. Envie /start para continuar.
appeal-kept = A equipe leu seu recurso, e a exclusão continua.
age-appeal-kept = A equipe leu seu recurso, e a recusa continua.
age-lifted = ✅ A equipe aceitou: você pode recomeçar. Envie /start e informe sua idade certa.
age-lifted-vip = Seu VIP é seu de novo, até { $until }.
age-lifted-subscription = Sua assinatura foi interrompida para que nada fosse cobrado. Quando seu perfil estiver completo, você pode retomá-la em /paysupport.
age-below-minimum = Agora é preciso ter { $minimumAge } anos ou mais aqui, e seu perfil diz { $age }: não dá para encontrar ninguém para você nem vender nada, e o que se renova é devolvido. Seu perfil continua como está. /profile mostra, /deletemydata apaga.
menu = Tudo pronto. Toque em “{ button-find }” para conhecer alguém.
menu-again = O que você quer fazer?
unknown-payload = Não conheço esse link, então aqui está o menu.
saved = Salvo.

profile =
    👤 Seu perfil

    Gênero: { $gender }
    Idade: { $age }
    Idioma: { $language }
    Conversas até agora: { $chats }

    Os desconhecidos veem seu gênero, sua faixa etária e seu idioma. Nada mais.
language-set = A partir de agora eu falo português.

# Páginas
help =
    Converse com desconhecidos, um de cada vez, sem nomes.

    /find – procurar alguém
    /next – deixar esta pessoa e procurar outra
    /stop – encerrar a conversa ou a busca
    /block – encerrar a conversa e nunca mais encontrar esta pessoa
    /report – denunciar a outra pessoa à equipe; vale até 24 horas depois da conversa
    /lock – trancar a conversa, para que a outra pessoa fique por um tempo
    /del – envie em resposta a uma mensagem sua para apagá-la para a outra pessoa
    /premium – passe na frente, escolha quem encontrar
    /credits – seus créditos
    /paysupport – seus pagamentos e como tê-los de volta
    /profile – seu perfil
    /preferences – quem você quer encontrar
    /invite – convide amigos, e o que isso rende
    /language – mudar o idioma
    /terms – as regras
    /privacy – o que fica guardado sobre você
    /support – escrever para a nossa equipe
    /mydata – tudo o que está guardado sobre você, em um arquivo
    /deletemydata – apagar tudo isso

    Na conversa, é só escrever: texto, fotos, voz, figurinhas, álbuns, respostas, edições e reações, tudo chega à outra pessoa.
help-contact = Dúvidas? { $contact }
terms =
    📜 Termos, versão { $version }

    1. Você tem { $minimumAge } anos ou mais.
    2. Seja gentil. Nada de ameaças, assédio, ódio, spam, golpes ou pedidos de dinheiro.
    3. Nada sexual que envolva menores e nada ilegal. Casos assim são denunciados.
    4. Não compartilhe dados de outras pessoas e pense duas vezes antes de compartilhar os seus.
    5. Quem desrespeitar as regras pode ser excluído.
    6. O que se vende aqui é cobrado em Telegram Stars. O que você não usou é devolvido a pedido: /paysupport
terms-accepted = ✅ Você já aceitou esta versão.
terms-not-accepted = Você ainda não aceitou esta versão.
terms-thanks = Agradecemos. Os termos foram aceitos.
terms-changed = Nossos termos mudaram. Leia e aceite para continuar, por favor.
privacy =
    🔐 Privacidade

    Fica guardado: seu ID do Telegram, idioma, gênero, idade, quando você aceitou os termos, quantas conversas teve, quem você bloqueou e, por 20 minutos, quem você encontrou.
    Também fica guardado: quais das nossas mensagens para todos chegaram a você, por alguns meses, e se você quer menos delas.
    As mensagens vão de você à outra pessoa por meio deste bot. O texto não é armazenado; a ligação entre cada mensagem sua e a cópia que a outra pessoa recebeu fica guardada até 24 horas depois da conversa, para que respostas, edições, reações e exclusões funcionem. O que você escreve em /support vai para a nossa equipe; qual mensagem era sua fica guardado por 30 dias.
    A outra pessoa vê seu gênero, sua faixa etária e seu idioma. Nunca seu nome, número ou ID. Contato ou localização só são enviados depois que você confirma.
    Fica guardado o que você pagou em Stars e o que recebeu por isso. O pagamento em si é do Telegram: não vemos cartão.
    De uma denúncia ficam guardados o motivo, as duas pessoas e o que a equipe decidiu.
    Se você veio pelo link de um amigo: de quem era. Do que você ganha com o seu: as partes e os pagamentos. Ninguém fica sabendo quem é o outro.
    De uma conversa que você trancou ficam guardados os minutos, o horário e o que voltou deles.
    /mydata envia tudo isso a você, /deletemydata apaga.
privacy-names = Também ficam guardados seu nome e seu @usuário do Telegram, só para nossa equipe, que encontra você por eles; ninguém que você conhece aqui os vê.
privacy-no-names = Seu nome e seu @usuário não são guardados.
review-notice-on_report = 👁 Se uma conversa é denunciada, a equipe vê cópias das últimas mensagens dela. Fora isso, só a outra pessoa vê o que você escreve.
review-notice-all = 👁 A equipe vê cópias das fotos, vídeos, arquivos, figurinhas e mensagens de voz enviados nas conversas e das últimas mensagens de uma conversa denunciada.
review-notice-off = 👁 A equipe não recebe cópias das suas mensagens.

# A busca
search-0 = 🔍 Procurando alguém para você…
search-1 = 🔎 Ainda procurando. Boa companhia leva um tempinho…
search-2 = 🌍 Procurando mais longe, em todos os idiomas…
search-3 = ☕ Está tranquilo por aqui agora. Continuo procurando…
search-4 = ⏳ Ainda estou nisso. Pode deixar a busca aberta: escrevo quando aparecer alguém.
search-already = Você já está procurando. Escrevo assim que aparecer alguém.
search-elsewhere = Você já está procurando em @{ $bot }. Quem aparecer vai falar com você lá.
search-cancelled = Busca encerrada.
search-over = Esta busca já terminou.
search-none = Você não está procurando ninguém.
search-nobody = Ainda não apareceu ninguém. O que vamos fazer?
search-ended = Não apareceu ninguém, então a busca terminou. Tente mais tarde, há horários mais movimentados.
search-resumed = 🔄 Esse encontro não deu certo. Estou procurando de novo.
widened = Certo, pode ser qualquer pessoa. Procurando…
notify-set = 🔔 A busca parou. Escrevo assim que alguém quiser conversar.
somebody-there = 👀 Tem alguém querendo conversar agora mesmo.

# Na conversa
match-card =
    🎉 Chegou alguém! Diga oi.

    Gênero: { $gender }
    Idade: { $age }
    Idioma: { $language }
in-chat = Você está em uma conversa. É só escrever, ou toque em “{ button-next }” ou “{ button-stop }”.
bot-closed = 🚪 Este bot foi encerrado, então sua conversa ou busca terminou.
ask-after-chat = Você está em uma conversa. Isso pode ser feito quando ela terminar.
question-over = ✋ O que eu perguntei já não vale: alguém chegou, e o que você escrever agora vai para essa pessoa. Comece de novo quando a conversa terminar.
answer-in-chat = ✋ Eu tinha acabado de perguntar algo a você, então isto não foi para ninguém. Minha pergunta já não vale: o que você escrever a partir de agora vai para a outra pessoa.
in-chat-elsewhere = Você está em uma conversa em @{ $bot }. Abra-a, ou encerre-a lá primeiro.
you-left = Você saiu da conversa.
you-blocked = 🚫 Bloqueio feito. Você não vai mais encontrar esta pessoa.
partner-left = 👋 A outra pessoa saiu da conversa.
chat-ended-idle = 💤 Ficou tudo em silêncio por muito tempo, então a conversa terminou.
idle-warning = 💤 Você ainda está aí? Em silêncio, a conversa termina em { $minutes } min.
after-chat = Procure outra pessoa. Você também pode bloquear esta para que nunca mais se encontrem, ou denunciá-la em até 24 horas.
already-blocked-gone = Essa conversa foi há muito tempo: já não há nada guardado dela.
report-ask = 🚩 O que aconteceu? A denúncia encerra a conversa, e você não vai mais encontrar esta pessoa.
report-reason-spam = Spam ou propaganda
report-reason-insults = Ofensas ou ameaças
report-reason-sexual = Conteúdo sexual
report-reason-minor = Alguém com menos de 18 anos
report-reason-scam = Golpe ou pedido de dinheiro
report-reason-other = Outro motivo
report-thanks = 🚩 Agradecemos, a equipe vai analisar. Você não vai mais encontrar esta pessoa, e ela não fica sabendo quem denunciou.
report-already = Você já denunciou esta conversa. A equipe vai analisar.
report-warning = ⚠️ A equipe analisou uma denúncia sobre uma de suas conversas: { $reason }. Siga os termos (/terms), por favor, para que todo mundo se sinta bem aqui. Se acontecer de novo, você pode ser excluído.
ban-reason-spam = spam ou propaganda
ban-reason-insults = ofensas ou ameaças
ban-reason-sexual = conteúdo sexual indesejado
ban-reason-minor = idade abaixo da mínima
ban-reason-scam = golpe ou pedido de dinheiro
ban-reason-other = descumprimento das regras
no-chat = Você não está em uma conversa. Toque em “{ button-find }” para conhecer alguém.
share-contact = 📇 Este contato pode revelar quem você é. Compartilhar com a outra pessoa?
share-location = 📍 Isto mostra à outra pessoa onde você está. Compartilhar?
shared = Compartilhado.
not-shared = Não compartilhado.
share-over = Essa conversa já terminou. Nada foi compartilhado.
flood-warning = ✋ Rápido demais. O que passar de 20 mensagens em 5 segundos chega um pouco mais tarde.
not-delivered = ⚠️ Não foi possível entregar esta mensagem.
edit-not-delivered = ⚠️ Não foi possível repassar esta edição.
cant-relay-kind = ⚠️ Mensagens deste tipo não podem ser repassadas.
cant-relay-person = ⚠️ Isto mostra quem é alguém e por isso não pode ser repassado.
cant-relay-too_big = ⚠️ A outra pessoa usa outro bot, e arquivos com mais de 20 MB não podem ser repassados a ele.
cant-relay-payment = ⚠️ Pagamentos e faturas não podem ser repassados.
cant-relay-paid_media = ⚠️ Mídia paga não pode ser repassada.
cant-relay-giveaway = ⚠️ Sorteios não podem ser repassados.
cant-relay-quiz = ⚠️ Um quiz não pode ser repassado. Uma enquete comum, sim.
cant-relay-checklist = ⚠️ Listas de tarefas não podem ser repassadas.
deleted = 🗑 Apagada para a outra pessoa.
delete-how = Responda com /del à mensagem que você quer apagar.
delete-not-yours = Essa não é uma mensagem sua nesta conversa.
delete-failed = Não foi possível apagar: o Telegram só apaga o que tem menos de 48 horas.

# Trancar uma conversa
lock-offer =
    🔒 Tranque esta conversa: durante esse tempo a outra pessoa não pode sair por “{ button-next }” ou “{ button-stop }”. Você pode, e então o tempo que resta se perde. Bloquear e denunciar funcionam sempre, para os dois.

    Um crédito é um minuto. Você tem: { $credits }
lock-minutes = { $minutes } min
lock-minutes-for = { $minutes } min · { $stars } ⭐
lock-chosen = 🔒 { $minutes } min
lock-short = Essa tranca custa { n-minutes-credits }, e você tem { $credits }. Compre aqui: a tranca começa assim que o pagamento chegar.
lock-short-not-sold = Essa tranca custa { n-minutes-credits }, e você tem { $credits }. No momento não há créditos à venda.
lock-running = 🔒 Esta conversa já está trancada, por mais { $minutes } min.
lock-off = 🔓 No momento não dá para trancar conversas.
lock-not-offered = Essa duração não é mais oferecida. Toque em “{ button-lock }” de novo.
lock-over = Essa conversa já terminou, não há o que trancar. Seus créditos continuam intactos.
lock-not-begun = A conversa já tinha terminado ou já estava trancada, então a sua tranca não começou. Créditos de volta: { $credits }
lock-began-own = 🔒 Você trancou esta conversa por { $minutes } min. Se sair antes, o tempo que resta se perde.
lock-began = 🔒 A outra pessoa quer continuar conversando e trancou esta conversa por { $minutes } min. Depois disso “{ button-next }” e “{ button-stop }” voltam a funcionar. “{ button-block }” e “{ button-report }” funcionam sempre.
lock-ended-own = 🔓 Sua tranca terminou. A outra pessoa já pode sair de novo.
lock-ended = 🔓 A tranca terminou: você já pode sair quando quiser.
lock-holds = 🔒 A outra pessoa trancou esta conversa. Você pode sair em { $minutes } min. Se algo estiver errado, “{ button-block }” e “{ button-report }” encerram na hora.
lock-returned = ↩️ A conversa terminou antes da sua tranca. Créditos de volta: { $credits }
lock-kept = 💳 Seus créditos de tranca chegaram, mas essa conversa não pode ser trancada agora. Eles ficam com você para outra vez: { $credits }

# Antes da primeira conversa
join-channels = 📣 Para conversar aqui, entre primeiro. Depois toque em “{ button-joined }”.

# Preferências
preferences = ⭐ Quem você quer encontrar?
preferences-saved = ⭐ Salvo. Vale a partir da sua próxima busca. Quem você quer encontrar?
preferences-vip = ⭐ Escolher quem encontrar é para VIPs: eles vêm primeiro em cada busca e escolhem Masculino, Feminino, Outro ou qualquer pessoa. Sem VIP, você encontra qualquer pessoa.
preferences-off = No momento não há preferências aqui: todo mundo encontra qualquer pessoa.

# Suporte
support-ask = 💬 Escreva uma mensagem para a nossa equipe: texto, foto, voz, o que ajudar. Sua próxima mensagem vai para a equipe, com seu id do Telegram e seu idioma, e para mais ninguém.
support-in-chat = 💬 Você está em uma conversa, e o que você escreve vai para a outra pessoa. Para a nossa equipe, escreva depois do comando, e não vai para mais ninguém: /support o que aconteceu
support-sent = ✅ Enviado à nossa equipe. A resposta chega aqui.
support-cant = ⚠️ Uma mensagem desse tipo não pode ser enviada à equipe. Comece de novo com /support.
support-wait = ⏳ Você acabou de escrever várias vezes para a nossa equipe. Espere um minuto e comece de novo com /support.
support-none = Não há um contato para dúvidas aqui.
support-answer = 💬 Resposta da nossa equipe. Para escrever de volta: /support

# Seus dados
mydata = 📄 Tudo o que está guardado sobre você. Quem você encontrou ou bloqueou só é contado: a identidade de ninguém é revelada, nem a sua.
deletemydata =
    🗑 Apagar tudo o que está guardado sobre você?

    Apagado: idioma, gênero, idade, preferências, tempo de VIP, termos aceitos, quantas conversas você teve, quem você encontrou e bloqueou, a ligação das suas mensagens com o suporte, seu link de convite e as Stars ganhas com ele, mesmo com um pagamento pedido. Antes, use ou receba essas Stars. Uma conversa ou busca termina na hora.
    Mantido: se você foi excluído ou recusado pela idade, isso continua, com um código em vez do seu id, porque apagar não pode desfazer isso. O que a equipe fez também fica registrado com esse código, e como suas denúncias foram avaliadas. Os pagamentos continuam nas nossas contas com um código e o número de cobrança do Telegram; créditos que restarem se perdem, e nada mais é cobrado. Se você foi convidado ou convidou alguém, um código diz que você esteve aqui, para que um convite conte uma só vez. Qual mensagem é qual cópia em uma conversa some 24 horas depois dela. O que está nesta janela e com as outras pessoas continua no Telegram.

    Não dá para desfazer.
data-deleted = 🗑 Apagado. Se um dia você voltar, /start começa do zero.
not-deleted = Nada foi apagado.

# Comandos, como o Telegram os mostra no menu
command-start = Começar ou voltar ao menu
command-find = Procurar alguém
command-next = Próxima pessoa
command-stop = Encerrar a conversa ou a busca
command-block = Bloquear a outra pessoa
command-report = Denunciar a outra pessoa
command-lock = Manter a outra pessoa na conversa por um tempo
command-del = Apagar uma mensagem (como resposta)
command-profile = Seu perfil
command-preferences = Quem você quer encontrar
command-language = Mudar o idioma
command-help = Ajuda
command-terms = Termos
command-privacy = Privacidade
command-support = Escrever para a nossa equipe
command-mydata = O que está guardado sobre você
command-deletemydata = Apagar o que está guardado sobre você

# Dinheiro
button-premium = ⭐ Comprar Premium
button-plan = { n-days } · ⭐ { $stars }
button-plan-monthly = A cada { n-days } · ⭐ { $stars }
button-subscribe = Assinar por ⭐ { $stars }
button-unsubscribe = Cancelar: { $title }
button-resume = Retomar: { $title }
button-refund = ↩️ Reembolsar n.º { $no }: { $title } (⭐ { $stars })
button-pack = { n-credits-ai } · ⭐ { $stars }
button-ai-month = { n-credits-ai } por mês · ⭐ { $stars }
button-ai-year = { $credits } por mês durante um ano · ⭐ { $stars }
command-premium = Premium: passe na frente, escolha quem encontrar
command-credits = Seus créditos
command-paysupport = Pagamentos e reembolsos
order-vip = VIP por { n-days }
order-vip-about = Passe na frente e escolha quem encontrar, por { n-days }, somados ao que você já tem.
order-vip-monthly-about = Passe na frente e escolha quem encontrar. Cobrado a cada { n-days } até você cancelar, quando quiser.
order-lock = { n-credits-lock }
order-lock-about = { n-credits-minutes } em que a outra pessoa não pode sair. O que sobrar continua seu.
order-pack = { n-credits-ai }
order-pack-about = { n-credits } para imagens e vídeos. Ficam até você usar.
order-ai-month = Créditos de IA todo mês
order-ai-month-about = { n-credits } para imagens e vídeos a cada 30 dias. Cobrado até você cancelar.
order-ai-year = Créditos de IA por um ano
order-ai-year-about = { n-credits } para imagens e vídeos a cada 30 dias, por 365 dias. Pago uma vez.
thanks-vip = ⭐ Obrigado! Você é VIP até { $until }: passa na frente e escolhe quem encontrar em /preferences. Vale a partir da próxima busca.
thanks-gone = Seu pagamento chegou e já foi desfeito. Veja /paysupport.
thanks-lock = 🔒 Obrigado! Créditos de tranca que chegaram: { $credits }; você tem { $balance }.
thanks-pack = 🎨 Obrigado! Créditos de IA que chegaram: { $credits }; você tem { $balance }.
thanks-ai = 🎨 Obrigado! Você recebe { n-credits-ai } a cada 30 dias, até { $until }.
paid-again = Você pagou esta fatura duas vezes. As duas valem; se foi engano, /paysupport devolve a que não foi usada.
premium =
    ⭐ Premium
    Você passa na frente de todos e escolhe quem encontrar.
premium-until =
    ⭐ Você é VIP até { $until }.
    Quer encontrar: { $wish }
premium-choose = Escolha um plano. Os dias se somam aos que você tem.
premium-off = O Premium não está à venda agora.
premium-past = Suas compras:
premium-in-chat = Você está em uma conversa. O Premium pode ser comprado quando ela acabar.
payment-credited = { $day } · n.º { $no } · { $title } · ⭐ { $stars }
payment-refunding = { $day } · n.º { $no } · { $title } · ⭐ { $stars } · sendo devolvido
payment-refunded = { $day } · n.º { $no } · { $title } · ⭐ { $stars } · devolvido
subscription-active = 🔁 { $title }: renova em { $until }.
subscription-cancelled = 🔁 { $title }: cancelado, vale até { $until }.
subscription-failed = ⚠️ { $title }: a renovação falhou; o que foi pago vale até { $until }.
subscription-now-active = 🔁 Sua assinatura continua: renova em { $until }.
subscription-now-cancelled = Sua assinatura foi cancelada. O que foi pago vale até { $until }.
subscription-now-failed = ⚠️ O Telegram não conseguiu cobrar o próximo mês. O que foi pago vale até { $until }; com Stars suficientes ela continua sozinha, ou compre de novo: /premium
unsubscribed = Feito: nada mais será cobrado. O que foi pago vale até { $until }.
unsubscribe-refused = O Telegram não me deixou cancelar. Você pode fazer isso em Configurações → Minhas Stars → Assinaturas.
unsubscribe-nothing = Não há o que cancelar: já está cancelado.
resume-allowed = O Telegram permite retomar. Confirme lá: Configurações → Minhas Stars → Assinaturas → Renovar. Aviso você aqui.
resume-refused = O Telegram não me deixou retomar. Você pode comprar de novo quando acabar: /premium
resume-not_ours = Você cancelou no Telegram, então só você pode retomar lá: Configurações → Minhas Stars → Assinaturas.
resume-nothing = Não está cancelado.
vip-expired = Seu tempo VIP acabou. Obrigado! Você pode continuar quando quiser: /premium
credits =
    Seus créditos
    🔒 Para trancar conversas: { $lock }
    🎨 Para imagens e vídeos: { $ai }
credits-owed = Créditos reembolsados depois de usados: { $owed }. Os próximos quitam isso primeiro.
paysupport =
    💳 Pagamentos e reembolsos
    O que você não usou volta na hora, em até { n-hours }. Depois disso ou se usou em parte: toque no mesmo botão e a equipe decide.
paysupport-none = Você ainda não pagou nada aqui.
refund-refunded = ↩️ Suas Stars estão voltando; aviso aqui quando chegarem.
refund-requested = Isso não pode mais ser devolvido automaticamente; a equipe vai ver. Você terá resposta aqui.
refund-already_requested = A equipe já tem isso na lista, ou já respondeu.
refund-over = Esse pagamento já foi devolvido ou está sendo.
refund-declined = A equipe analisou o reembolso do pagamento n.º { $no } e não pode concedê-lo. Motivo: { $reason }
refunded-asked = ↩️ { n-stars-back }: { $title }.
refunded-staff = ↩️ A equipe devolveu { n-stars }: { $title }.
refunded-telegram = ↩️ O Telegram devolveu { n-stars }, então isto foi desfeito: { $title }.
refunded-other_payer = ↩️ { n-stars-back }: essa fatura ({ $title }) era de outra pessoa. Peça a sua: /premium
refunded-wrong_amount = ↩️ { n-stars-back }: esse não era o preço de { $title }. Tente de novo.
refunded-banned = ↩️ { n-stars-back }: você está excluído, então nada pode ser vendido a você ({ $title }).
refunded-subscribed_twice = ↩️ { n-stars-back }: você já tem essa assinatura ({ $title }).
refunded-gone = ↩️ { n-stars-back }: você não tem perfil aqui ({ $title }). Toque em /start para criar.
checkout-unknown = Não conheço esta fatura. Peça uma nova: /premium
checkout-paid = Esta fatura já foi paga. Peça uma nova: /premium
checkout-expired = Esta fatura é antiga demais. Peça uma nova: /premium
checkout-other_payer = Esta fatura é de outra pessoa. Peça a sua: /premium
checkout-wrong_amount = Esse não é o preço. Peça uma nova fatura: /premium
checkout-banned = Você está excluído, então nada pode ser vendido a você.
checkout-not_sold = Isto não está mais à venda.
checkout-price_changed = O preço mudou. Veja o novo: /premium
checkout-subscribed = Você já tem essa assinatura.
checkout-busy = Não consigo verificar agora. Nada foi cobrado; tente de novo em um minuto.
gift-vip = 🎁 A equipe deu a você { n-days } de VIP, até { $until }.
gift-lock_credits = 🎁 A equipe deu a você { n-amount-lock }.
gift-ai_credits = 🎁 A equipe deu a você { n-amount-ai }.

button-fewer-messages = 🔕 Menos mensagens
button-all-messages = 🔔 Todas as mensagens
fewer-messages-on = 🔕 Você não recebe mais o que enviamos para todos, só respostas ao que faz aqui.
fewer-messages-off = 🔔 Você recebe o que enviamos para todos. Dá para desativar.
# Groups
group-hello = 👋 Estou a trabalhar aqui. Administradores: /settings
group-waiting = ⏳ Este grupo espera pela aprovação de quem me gere. Até lá não faço nada aqui.
group-admins-only = Só os administradores deste grupo podem fazer isso.
group-right-needed = Não posso fazer isso aqui. Ativa "{ $right }" para mim: Editar > Administradores.
group-right-can_delete_messages = Apagar mensagens
group-right-can_restrict_members = Banir utilizadores
group-right-can_invite_users = Convidar utilizadores por link
group-right-can_pin_messages = Afixar mensagens
group-not-admin = Não posso fazer isso a um administrador.
group-needs-supergroup = Isto só funciona em supergrupos.
group-nobody = Não sei de quem falas. Responde a uma mensagem dessa pessoa ou escreve o id.
group-refused = O Telegram recusa: { $description }
group-off = Isto está desligado aqui. Os administradores podem ligá-lo em /settings.
group-how-to = Responde à mensagem de alguém, por exemplo: { $example }
group-time-how = Não percebo esse tempo. Escreve-o logo a seguir ao comando, como 30m, 12h, 1d ou 2w e no máximo 52w: /{ $command } 30m spam. Sem tempo é para sempre.
group-ban-endless = Num grupo básico um banimento não tem fim, por isso não fiz nada. Bane sem tempo ou transforma o grupo num supergrupo.
group-channel = Um canal só pode ser banido para sempre e readmitido: /ban, /unban.
group-open-settings = As definições deste grupo estão na nossa conversa privada.
group-open-settings-anonymous = Prime o botão, para eu saber quem és.
button-group-settings = ⚙️ Definições
group-panel = ⚙️ { $title }
group-panel-state-active = Estou a trabalhar neste grupo.
group-panel-state-waiting = O grupo espera pela aprovação.
group-panel-state-inactive = Não estou a trabalhar neste grupo.
group-panel-missing = ⚠️ O que está ligado precisa de direitos que não tenho. Ativa para mim: { $rights }
group-panel-texts = Escreve no grupo: /setrules e /setwelcome, com o texto a seguir.
group-panel-gone = Não és administrador deste grupo, ou já não estou nele.
group-option-moderation = Avisos, /mute e /ban
group-option-link_filter = Sem links
group-option-forward_filter = Sem reencaminhamentos
group-option-captcha = Pergunta antes de entrar
group-option-report = /report
group-option-shared_bans = Lista de banidos partilhada
group-option-silent = Publicações silenciosas
group-option-language = Língua: { $language }
group-option-warn_limit = Avisos: { $count }
group-option-warn_action-mute = No limite: silenciar
group-option-warn_action-ban = No limite: banir
group-option-who_may_post-staff = Publica: a equipa
group-option-who_may_post-admins = Publicam: os administradores
group-option-cooldown_seconds = Entre publicações: { $time }
group-option-watch = Avisa-me de denúncias
group-text-saved = ✅ Guardado.
group-text-removed = ✅ Removido. Para o definir, escreve-o depois do comando.
group-text-too-long = É demasiado longo.
group-welcome = 👋 { $name }
group-warned = ⚠️ { $name }: aviso { $count } de { $limit }.
group-unwarned = ✅ { $name }: um aviso a menos, restam { $count }.
group-muted = 🔇 { $name } já não pode escrever aqui.
group-muted-for = 🔇 { $name } não pode escrever aqui durante { $time }.
group-banned = 🚫 { $name } foi banido.
group-banned-for = 🚫 { $name } foi banido por { $time }.
group-unmuted = 🔊 { $name } pode escrever de novo.
group-unbanned = ✅ { $name } pode voltar.
group-reason = Motivo: { $reason }
group-filter-link = Sem links aqui
group-filter-forward = Sem mensagens reencaminhadas aqui
group-reported = 🚩 Os administradores foram avisados.
group-report-how = Responde à mensagem em causa.
group-report-alert = 🚩 Alguém em { $title } denunciou uma mensagem: { $link }
group-post-staff-only = Só quem me gere me pode mandar publicar aqui.
group-post-wait = ⏳ Ainda não. A próxima publicação pode sair daqui a { $time }.
group-post-how = Escreve /post e o texto a seguir, ou responde com /post a um texto, foto, vídeo, animação ou documento.
group-captcha = Para entrares em { $title }, prime { $sign } dentro de { n-minutes }.
group-captcha-right = ✅ Certo. Bem-vindo!
group-captcha-wrong = Não era esse. Podes pedir para entrar outra vez.
group-captcha-late = Tarde demais. Podes pedir para entrar outra vez.
group-captcha-cant = Não consegui deixar-te entrar. Os administradores do grupo podem.
group-shared-ban = 🚫 Não podes entrar em { $title }: { $reason }
group-shared-ban-appeal = Não está certo? Escreve a { $contact }.

staff-login-usage = Escreve o código da página de entrada a seguir: /admin_login ABCD-2345
staff-login-wrong = Este código não está certo ou já não é válido. A página de entrada dá-te um novo.
staff-login-wait = Demasiados códigos errados. Tenta de novo dentro de { $minutes } min.
staff-login-ask =
    🔐 Alguém quer entrar no painel com este código.

    De: { $place }
    Com: { $agent }
    Às: { $time }

    És tu? Nunca confirmes o que não começaste.
staff-login-nowhere = lugar desconhecido
staff-login-yes = ✅ Confirmar
staff-login-no = 🚫 Não fui eu
staff-login-confirmed = ✅ Confirmado. Volta ao navegador.
staff-login-refused = 🚫 Recusado. Ninguém entra com este código.
staff-login-over = Este pedido terminou. A página de entrada dá-te um código novo.
staff-invitation-wrong = Este convite não é para ti ou já não é válido.
staff-invitation-accepted = 👋 Bem-vindo à equipa, como { $role }. Entra em { $url }
staff-role-owner = proprietário
staff-role-operator = operador
staff-role-viewer = observador
staff-mail-link-subject = A tua ligação para o painel do Rialto
staff-mail-link =
    Abre esta ligação e carrega no botão para entrar. É válida por 15 minutos, uma vez:

    { $url }

    Não a pediste? Então apaga este e-mail, e nada acontece.
staff-mail-invitation-subject = Foste convidado para a equipa do Rialto
staff-mail-invitation =
    Foste convidado para gerir o Rialto, como { $role }. Abre esta ligação e carrega no botão para entrar. É válida por sete dias, uma vez:

    { $url }
