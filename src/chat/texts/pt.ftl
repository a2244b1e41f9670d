# Botões. O texto dos botões volta ao bot como mensagem: dois deles nunca podem ser iguais.
button-find = 🔍 Procurar alguém
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

# Páginas
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
chat-closed = 🚪 Desconhecidos não se encontram mais neste bot, por isso sua conversa ou busca terminou.
question-over = ✋ O que eu perguntei não vale mais: alguém chegou, e o que você escrever agora vai para essa pessoa. Comece de novo quando a conversa terminar.
in-chat-elsewhere = Você está em uma conversa em @{ $bot }. Abra-a, ou encerre-a lá primeiro.
you-left = Você saiu da conversa.
you-blocked = 🚫 Bloqueio feito. Você não vai mais encontrar esta pessoa.
partner-left = 👋 A outra pessoa saiu da conversa.
chat-ended-idle = 💤 Ficou tudo em silêncio por muito tempo, então a conversa terminou.
idle-warning = 💤 Você ainda está aí? Em silêncio, a conversa termina em { $minutes } min.
after-chat = Procure outra pessoa. Você também pode bloquear esta para que nunca mais se encontrem, ou denunciá-la em até 24 horas.
after-chat-closed = Você ainda pode bloquear essa pessoa, para nunca mais encontrá-la, ou denunciá-la em até 24 horas.
already-blocked-gone = Essa conversa foi há muito tempo: não há mais nada guardado dela.
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

# Comandos, como o Telegram os mostra no menu
command-find = Procurar alguém
command-next = Próxima pessoa
command-stop = Encerrar a conversa ou a busca
command-block = Bloquear a outra pessoa
command-report = Denunciar a outra pessoa à equipe; vale até 24 horas depois da conversa
command-lock = Manter a outra pessoa na conversa por um tempo
command-del = Envie em resposta a uma mensagem sua para apagá-la para a outra pessoa
