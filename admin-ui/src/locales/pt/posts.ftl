nav-posts = Publicações
post = Publicação
posts-about = O que seus bots publicam nos grupos: uma vez, mais tarde ou repetidamente. Cada grupo recebe quando o intervalo dele e o ritmo do Telegram permitem.
posts-tab-posts = Lista
posts-tab-calendar = Calendário
posts-tab-campaigns = Campanhas de grupo
posts-filter = Publicações em que estado
posts-none = Ainda sem publicações
posts-none-about = Escreva uma, escolha os grupos e publique agora ou na hora que quiser.
posts-none-found = Nenhuma publicação encontrada
posts-none-found-about = Tente outro filtro.
post-any-group = Todos os grupos
post-any-campaign = Todas as campanhas de grupo
post-no-such-group = Nenhum grupo com este nome
post-new = Nova publicação
post-title = Publicação { $id }
post-scheduled = Agendada
post-paused = Em pausa
post-done = Concluída
post-cancelled = Encerrada antes
post-when = Quando
post-rounds = Rodadas
post-round = Rodada
post-rounds-begun = Rodadas começadas
post-next = Próxima
post-by = Por
post-created-at = Escrita
post-once = Uma vez
post-every-time = Intervalo: { $time }
post-rounds-of = { $count ->
    [one] { $count } rodada
   *[other] { $count } rodadas
}
post-where = Onde
post-groups-about = Grupos em que o bot trabalha
post-groups-none = Nenhum grupo está ainda ativo. Aceite um na página dos grupos.
post-groups-choose = Escolha grupos
post-groups-clear = Retirar todos os grupos
post-groups-needed = Escolha um grupo
post-groups-many = No máximo 100 grupos e tópicos
post-goes-to = { $count ->
    [one] Vai para { $count } lugar
   *[other] Vai para { $count } lugares
}
post-topics-of = Tópicos de { $title }
post-topics-about = Os que o bot viu. Sem nenhum, vai para o geral.
post-topics-clear = Retirar todos os tópicos de { $title }
post-topic-general = Geral
post-topic = Tópico { $id }
post-group-unknown = Não é mais conhecido
post-when-now = Agora
post-when-at = Em um horário
post-when-cron = Pelo calendário
post-when-every = Em intervalos
post-cron = Expressão cron
post-cron-about = Minuto, hora, dia, mês, dia da semana
post-cron-wrong = Isto não é uma expressão cron de cinco partes, ou nunca acontece
post-cron-often = Mais usadas
post-cron-choose = Escolha uma
post-cron-1 = Todos os dias às 9:00
post-cron-2 = De segunda a sexta às 9:00
post-cron-3 = Às sextas às 18:00
post-cron-4 = No dia 1 do mês às 12:00
post-zone = Fuso horário
post-zone-about = O dos horários dela
post-zone-wrong = Isto não é um fuso horário
post-zone-here = No seu fuso horário, { $zone }
post-every = A cada
post-unit = Unidade
post-unit-minutes = Minutos
post-unit-hours = Horas
post-unit-days = Dias
post-at = Hora
post-from = Não antes de
post-from-now = Vazio: a partir de agora
post-rounds-about = Vazio: até você encerrar
post-rounds-ever = Sem fim
post-next-times = Próximas vezes
post-there = { $time } em { $zone }
post-options = Como
post-silent = Som
post-silent-about = Publicações silenciosas não fazem nenhum celular tocar.
post-silent-group = Como cada grupo está configurado
post-silent-yes = Silenciosa
post-silent-no = Com som
post-delete-after = Apagar após horas
post-delete-after-about = No máximo 47: o Telegram não apaga nada com mais de 48 horas.
post-delete-never = Fica
post-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
post-reply-to = Em resposta a
post-reply-to-about = O id de uma mensagem do grupo; só com um grupo
post-reply-one = Só funciona com um grupo
post-bypass = Não esperar pelos intervalos dos grupos
post-bypass-about = Para o que é urgente. O ritmo do Telegram continua valendo.
post-cooldown = Intervalo
post-bypassed = Não se espera por ele
post-review-now = Revisar e publicar
post-review-plan = Revisar e agendar
post-send-now = Publicar agora
post-plan = Agendar
post-confirm-title = { $count ->
    [one] Publicar em { $count } lugar?
   *[other] Publicar em { $count } lugares?
}
post-confirm-now = Sai imediatamente.
post-confirm-later = Sai em { $time }.
post-confirm-ever = Depois repetidamente, até você encerrar.
post-confirm-rounds = { $count ->
    [one] { $count } rodada no total.
   *[other] { $count } rodadas no total.
}
post-confirm-cooldown = Um grupo em que se publicou há pouco recebe depois do intervalo dele.
post-confirm-bypass = Não se espera pelos intervalos dos grupos.
post-confirm-stays = Fica até alguém apagar, o que os bots podem fazer por 48 horas.
post-confirm-deleted = { $count ->
    [one] É apagada após { $count } hora.
   *[other] É apagada após { $count } horas.
}
post-created-now = Está a caminho.
post-created = Está agendada.
post-counts = O resultado
post-editing = O que está nos grupos está sendo alterado.
post-is-paused = Em pausa: o que esperava continua esperando.
post-goes-on = Continua. As rodadas que caíram na pausa ficam de fora.
post-is-ended = Terminou.
post-cancel = Encerrar
post-cancel-title = Encerrar a publicação { $id } de vez?
post-cancel-stays = O que foi publicado fica.
post-cancel-waits = { $count ->
    [0] Nenhum outro grupo recebe.
    [one] { $count } grupo que espera não vai receber.
   *[other] { $count } grupos que esperam não vão receber.
}
post-resend-title = Enviar de novo o que falhou
post-resend-about = Os grupos em que a última rodada falhou recebem mais uma vez.
post-resend-none = Na última rodada nada falhou com certeza.
post-resend-unknown = Também onde não se sabe se foi publicada
post-resend-unknown-about = Ela pode ficar lá duas vezes.
post-resent = { $count ->
    [one] É enviada de novo para { $count } lugar.
   *[other] É enviada de novo para { $count } lugares.
}
post-edit = Editar
post-edit-title = Editar a publicação { $id }
post-edit-about = { $count ->
    [0] As próximas rodadas saem da nova forma.
    [one] As próximas rodadas saem da nova forma, e { $count } mensagem que está em um grupo é alterada.
   *[other] As próximas rodadas saem da nova forma, e { $count } mensagens que estão em grupos são alteradas.
}
post-edit-formatting = A formatação foi feita no Telegram e se perde com esta alteração. Escolha uma formatação para escrever de novo.
post-edited = Salvo. O que está nos grupos está sendo alterado.
postings = Nos grupos
postings-filter = Em que estado
postings-none = Nada foi publicado ainda
postings-none-about = Assim que uma rodada começa, cada grupo aparece aqui com o resultado.
postings-none-in-state = Nenhum neste estado
posting-at = Quando
posting-waiting = Esperando
posting-sending = Sendo enviada
posting-sent = Publicada
posting-failed = Falhou
posting-skipped = Deixada de fora
posting-unknown = Desconhecido
posting-cancelled = Não publicada
posting-deleted = Apagada
posting-too_old = Antiga demais para apagar
calendar-month = Mês
calendar-week = Semana
calendar-view = Mês ou semana
calendar-today = Hoje
calendar-before = Antes
calendar-after = Depois
calendar-more = Mais { $count }
calendar-planned = Agendada
calendar-posted-in = { $count ->
    [one] Publicada em { $count } grupo
   *[other] Publicada em { $count } grupos
}
calendar-none = Nada neste período
calendar-none-about = Vire a página ou agende uma publicação.
calendar-about = Os horários são os seus, { $zone }. Publicações em pausa não estão agendadas.
calendar-cut = Só se mostram as primeiras 500: escolha um período mais curto.
action-post-created = Publicação escrita
action-post-paused = Publicação em pausa
action-post-resumed = Publicação retomada
action-post-cancelled = Publicação encerrada
action-post-resent = Publicação enviada de novo
action-post-edited = Publicação editada
