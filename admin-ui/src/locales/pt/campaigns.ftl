campaign = Campanha
campaigns-about = Mensagens para muitos. Saem ao ritmo do Telegram, e ninguém recebe uma duas vezes.
campaigns-none = Ainda sem campanhas
campaigns-none-about = Escreve uma mensagem, vê-a, envia-a a ti, e depois a todos.
campaign-of-broadcast = Difusão
campaign-title = Campanha { $id }
campaign-kind = Tipo
campaign-expanding = A reunir pessoas
campaign-sending = A enviar
campaign-paused = Em pausa
campaign-cancelling = A terminar
campaign-cancelled = Terminada antes
campaign-finished = Concluída
progress = Progresso
sent-of = { $sent } de { $of } enviadas
settled-of = { $percent } de { $count ->
    [one] { $count } destinatário
   *[other] { $count } destinatários
} resolvidos.
still-under-way = O que estava a ser enviado ainda segue.
paused-by-itself = Pausou por si
started-by = Iniciada por
started-at = Iniciada
changed-at = Última alteração
delivery-queued = À espera
delivery-sent = Enviada
delivery-failed = Falhada
delivery-skipped = Saltada
delivery-unknown = Desconhecida
delivery-cancelled = Não enviada
delivery-note = Porquê
delivery-message = Id da mensagem
deliveries = Destinatários
deliveries-filter = Destinatários em que estado
deliveries-none = Ninguém neste estado
deliveries-none-about = Escolhe outro estado para os ver.

compose = Nova difusão
compose-about = O que escreves fica neste separador até enviares.
compose-message = Mensagem
compose-clear = Recomeçar
message = Texto
message-needed = Escreve um texto ou escolhe um ficheiro
formatting = Formatação
formatting-none = Nenhuma
formatting-about-HTML = <b>negrito</b>, <i>itálico</i>, <u>sublinhado</u>, <s>riscado</s>, <tg-spoiler>oculto</tg-spoiler>, <a href="https://...">ligação</a>, <code>código</code>
formatting-about-MarkdownV2 = *negrito*, _itálico_, __sublinhado__, ~riscado~, ||oculto||, [ligação](https://...), `código`. Outros sinais pedem uma barra invertida antes.
media = Imagem, vídeo ou ficheiro
media-none = Nenhum
media-photo = Imagem
media-video = Vídeo
media-animation = Animação
media-document = Ficheiro
media-file = Endereço ou file_id
buttons = Botões por baixo da mensagem
button-text = Texto do botão { $no }
button-url = Endereço do botão { $no }
button-remove = Remover o botão { $no }
button-beside = Outro ao lado
button-add = Adicionar um botão
audience = Público
audience-all = Todos
audience-vip = VIP
audience-free = Sem VIP
audience-any-language = Todos os idiomas
audience-any-bot = Todos os bots
audience-bots = { $count ->
    [one] { $count } bot
   *[other] { $count } bots
}
audience-away = Ausentes há dias
audience-away-about = Só quem nada fez aqui há mais de tantos dias.
audience-away-any = Vazio: qualquer pessoa
audience-away-for = ausentes há mais de { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}
reach = { $count ->
    [0] Ninguém a receberia
    [one] { $count } pessoa recebê-la-ia
   *[other] { $count } pessoas recebê-la-iam
}
reach-time = demora cerca de { $time }
preview = Pré-visualização
preview-about = Mais ou menos como as pessoas a veem. Um envio de teste mostra o que o Telegram faz dela.
preview-empty = A tua mensagem
preview-fewer = Menos mensagens
test-to = Id do Telegram de um leitor de teste
test-send = Enviar um teste
test-sent = O teste está com { $id }.
review = Rever e enviar
start-title = Enviar a { $count ->
    [one] { $count } pessoa?
   *[other] { $count } pessoas?
}
start-follows-time = Demora cerca de { $time } ao ritmo definido.
start-follows-pause = Podes pausar ou terminar a qualquer momento.
start-follows-kept = Quem a recebeu fica com ela, a não ser que você a recolha em até 48 horas.
start-send = Enviar a { $count }
campaign-started = A campanha { $id } está a caminho.
pause = Pausar
resume = Continuar
campaign-is-paused = Em pausa. O que estava a ser enviado ainda segue.
campaign-goes-on = Continua.
cancel-campaign = Terminar
cancel-campaign-title = Terminar a campanha { $id } de vez?
cancel-follows-kept = Quem a recebeu fica com ela.
cancel-follows-left = { $count ->
    [one] { $count } pessoa à espera não a vai receber.
   *[other] { $count } pessoas à espera não a vão receber.
}
cancel-follows-end = Não pode ser retomada.
campaign-is-ended = Está a ser terminada.
resend = Enviar de novo
resend-title = Enviar de novo
resend-about = { $count ->
    [one] Falhou para { $count } pessoa, que a recebe mais uma vez.
   *[other] Falhou para { $count } pessoas, que a recebem mais uma vez.
}
resend-unknown = Também { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
} de quem não se sabe
resend-unknown-about = Podem recebê-la duas vezes.
resend-done = Está a ser enviada de novo.
failure-causes = Em que falhou
cause-unknown = Sem palavras do Telegram
resend-some-title = { $count ->
    [one] Enviar de novo a { $count } pessoa?
   *[other] Enviar de novo a { $count } pessoas?
}
resend-to = Enviar de novo a { $id }
deliveries-search = Procurar nas palavras do Telegram
deliveries-none-found = Nada com estas palavras
deliveries-none-found-about = Tenta outras palavras, ou menos.
advice-retry = Passa por si: tenta de novo.
advice-correct = O mesmo volta a falhar: corrige primeiro o que é enviado.
advice-give_rights = Falta um direito ao bot, ou o chat já não existe: trata disso lá e tenta de novo.
advice-discard = Ninguém pode fazer nada: desiste.
advice-look = Pode ter acontecido: vê primeiro.
