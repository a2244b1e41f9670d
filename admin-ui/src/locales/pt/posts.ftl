nav-posts = Publicações
post = Publicação
posts-about = O que os teus bots publicam nos grupos: uma vez, mais tarde, ou repetidamente. Cada grupo recebe-o quando o seu intervalo e o ritmo do Telegram o permitem.
posts-tab-posts = Lista
posts-tab-calendar = Calendário
posts-tab-campaigns = Campanhas de grupo
posts-filter = Publicações em que estado
posts-none = Ainda sem publicações
posts-none-about = Escreve uma, escolhe os grupos, e publica-a já ou à hora que quiseres.
posts-none-found = Nenhuma publicação encontrada
posts-none-found-about = Tenta outro filtro.
post-any-group = Todos os grupos
post-any-campaign = Todas as campanhas de grupo
post-no-such-group = Nenhum grupo com este nome
post-new = Nova publicação
post-title = Publicação { $id }
post-scheduled = Planeada
post-paused = Em pausa
post-done = Feita
post-cancelled = Terminada antes
post-when = Quando
post-rounds = Rondas
post-round = Ronda
post-rounds-begun = Rondas começadas
post-next = Próxima
post-by = Por
post-created-at = Escrita
post-once = Uma vez
post-every-time = Intervalo: { $time }
post-rounds-of = { $count ->
    [one] { $count } ronda
   *[other] { $count } rondas
}
post-where = Onde
post-groups-about = Grupos em que o bot trabalha
post-groups-none = Ainda nenhum grupo está ativo. Aceita um na página dos grupos.
post-groups-choose = Escolhe grupos
post-groups-clear = Retirar todos os grupos
post-groups-needed = Escolhe um grupo
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
post-group-unknown = Já não é conhecido
post-when-now = Já
post-when-at = A uma hora
post-when-cron = Pelo calendário
post-when-every = Em intervalos
post-cron = Expressão cron
post-cron-about = Minuto, hora, dia, mês, dia da semana
post-cron-wrong = Isto não é uma expressão cron de cinco partes, ou nunca acontece
post-cron-often = Mais usadas
post-cron-choose = Escolhe uma
post-cron-1 = Todos os dias às 9:00
post-cron-2 = De segunda a sexta às 9:00
post-cron-3 = Às sextas às 18:00
post-cron-4 = No dia 1 do mês às 12:00
post-zone = Fuso horário
post-zone-about = O das suas horas
post-zone-wrong = Isto não é um fuso horário
post-zone-here = No teu fuso horário, { $zone }
post-every = A cada
post-unit = Unidade
post-unit-minutes = Minutos
post-unit-hours = Horas
post-unit-days = Dias
post-at = Hora
post-from = Não antes de
post-from-now = Vazio: a partir de agora
post-rounds-about = Vazio: até a terminares
post-rounds-ever = Sem fim
post-next-times = Próximas vezes
post-there = { $time } em { $zone }
post-options = Como
post-silent = Som
post-silent-about = Publicações silenciosas não tocam em nenhum telemóvel.
post-silent-group = Como cada grupo está definido
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
post-bypass-about = Para o que é urgente. O ritmo do Telegram mantém-se.
post-cooldown = Intervalo
post-bypassed = Não se espera por ele
post-review-now = Rever e publicar
post-review-plan = Rever e planear
post-send-now = Publicar já
post-plan = Planear
post-confirm-title = { $count ->
    [one] Publicar em { $count } lugar?
   *[other] Publicar em { $count } lugares?
}
post-confirm-now = Sai de imediato.
post-confirm-later = Sai a { $time }.
post-confirm-ever = Depois repetidamente, até a terminares.
post-confirm-rounds = { $count ->
    [one] { $count } ronda no total.
   *[other] { $count } rondas no total.
}
post-confirm-cooldown = Um grupo em que se publicou há pouco recebe-a após o seu intervalo.
post-confirm-bypass = Não se espera pelos intervalos dos grupos.
post-confirm-stays = Fica até alguém a apagar, o que os bots podem durante 48 horas.
post-confirm-deleted = { $count ->
    [one] É apagada após { $count } hora.
   *[other] É apagada após { $count } horas.
}
post-created-now = Está a caminho.
post-created = Está planeada.
post-counts = O que resultou
post-editing = O que está nos grupos está a ser alterado.
post-is-paused = Em pausa: o que espera continua à espera.
post-goes-on = Continua. As rondas que caíram na pausa ficam de fora.
post-is-ended = Terminou.
post-cancel = Terminar
post-cancel-title = Terminar a publicação { $id } de vez?
post-cancel-stays = O que foi publicado fica.
post-cancel-waits = { $count ->
    [0] Nenhum outro grupo a recebe.
    [one] { $count } grupo à espera não a vai receber.
   *[other] { $count } grupos à espera não a vão receber.
}
post-resend-title = Enviar de novo o que falhou
post-resend-about = Os grupos em que a última ronda falhou recebem-na mais uma vez.
post-resend-none = Na última ronda nada falhou com certeza.
post-resend-unknown = Também onde não se sabe se foi publicada
post-resend-unknown-about = Pode lá ficar duas vezes.
post-resent = { $count ->
    [one] É enviada de novo para { $count } lugar.
   *[other] É enviada de novo para { $count } lugares.
}
post-edit = Editar
post-edit-title = Editar a publicação { $id }
post-edit-about = { $count ->
    [0] As próximas rondas dizem-no da nova forma.
    [one] As próximas rondas dizem-no da nova forma, e { $count } mensagem que está num grupo é alterada.
   *[other] As próximas rondas dizem-no da nova forma, e { $count } mensagens que estão em grupos são alteradas.
}
post-edit-formatting = A formatação foi feita no Telegram e perde-se com esta alteração. Escolhe uma formatação para a escrever de novo.
post-edited = Guardado. O que está nos grupos está a ser alterado.
postings = Nos grupos
postings-filter = Em que estado
postings-none = Ainda nada foi publicado
postings-none-about = Assim que uma ronda começa, cada grupo aparece aqui com o que resultou.
postings-none-in-state = Nenhum neste estado
posting-at = Quando
posting-waiting = À espera
posting-sending = A ser enviada
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
calendar-planned = Planeada
calendar-posted-in = { $count ->
    [one] Publicada em { $count } grupo
   *[other] Publicada em { $count } grupos
}
calendar-none = Nada neste período
calendar-none-about = Vira a página, ou planeia uma publicação.
calendar-about = As horas são as tuas, { $zone }. Publicações em pausa não estão planeadas.
calendar-cut = Só se mostram as primeiras 500: escolhe um período mais curto.
action-post-created = Publicação escrita
action-post-paused = Publicação em pausa
action-post-resumed = Publicação retomada
action-post-cancelled = Publicação terminada
action-post-resent = Publicação enviada de novo
action-post-edited = Publicação editada
