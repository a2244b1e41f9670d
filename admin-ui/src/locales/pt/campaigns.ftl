campaign = Campanha
campaigns-about = Mensagens para muitos. Saem no ritmo do Telegram, e ninguém recebe uma duas vezes.
campaigns-none = Ainda sem campanhas
campaigns-none-about = Escreva uma mensagem, veja como fica, envie para você e depois para todos.
campaign-of-broadcast = Transmissão
campaign-title = Campanha { $id }
campaign-kind = Tipo
campaign-expanding = Reunindo pessoas
campaign-sending = Enviando
campaign-paused = Em pausa
campaign-cancelling = Sendo encerrada
campaign-cancelled = Encerrada antes
campaign-finished = Concluída
progress = Progresso
sent-of = { $sent } de { $of } enviadas
settled-of = { $percent } de { $count ->
    [one] { $count } destinatário
   *[other] { $count } destinatários
} resolvidos.
still-under-way = O que estava sendo enviado ainda sai.
paused-by-itself = Pausou sozinha
started-by = Iniciada por
started-at = Iniciada
changed-at = Última alteração
delivery-queued = Esperando
delivery-sent = Enviada
delivery-failed = Falhou
delivery-skipped = Pulada
delivery-unknown = Desconhecida
delivery-cancelled = Não enviada
delivery-note = Por quê
delivery-message = Id da mensagem
deliveries = Destinatários
deliveries-filter = Destinatários em que estado
deliveries-none = Ninguém neste estado
deliveries-none-about = Escolha outro estado para ver.

compose = Nova transmissão
compose-about = O que você escreve fica nesta aba até enviar.
compose-message = Mensagem
compose-clear = Recomeçar
message = Texto
message-needed = Escreva um texto ou escolha um arquivo
formatting = Formatação
formatting-none = Nenhuma
formatting-about-HTML = <b>negrito</b>, <i>itálico</i>, <u>sublinhado</u>, <s>riscado</s>, <tg-spoiler>oculto</tg-spoiler>, <a href="https://...">link</a>, <code>código</code>
formatting-about-MarkdownV2 = *negrito*, _itálico_, __sublinhado__, ~riscado~, ||oculto||, [link](https://...), `código`. Outros sinais pedem uma barra invertida antes.
media = Imagem, vídeo ou arquivo
media-none = Nenhum
media-photo = Imagem
media-video = Vídeo
media-animation = Animação
media-document = Arquivo
media-file = Endereço ou file_id
buttons = Botões embaixo da mensagem
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
audience-away-about = Só quem não fez nada aqui há mais de tantos dias.
audience-away-any = Vazio: qualquer pessoa
audience-away-for = ausentes há mais de { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}
reach = { $count ->
    [0] Ninguém receberia
    [one] { $count } pessoa receberia
   *[other] { $count } pessoas receberiam
}
reach-time = leva cerca de { $time }
preview = Prévia
preview-about = Mais ou menos como as pessoas veem. Um envio de teste mostra o que o Telegram faz dela.
preview-empty = Sua mensagem
preview-fewer = Menos mensagens
test-to = Id do Telegram de um leitor de teste
test-send = Enviar um teste
test-sent = O teste está com { $id }.
review = Revisar e enviar
start-title = Enviar a { $count ->
    [one] { $count } pessoa?
   *[other] { $count } pessoas?
}
start-follows-time = Leva cerca de { $time } no ritmo configurado.
start-follows-pause = Você pode pausar ou encerrar a qualquer momento.
start-follows-kept = Quem recebeu fica com ela, a não ser que você a recolha em até 48 horas.
start-send = Enviar a { $count }
campaign-started = A campanha { $id } está a caminho.
pause = Pausar
resume = Continuar
campaign-is-paused = Em pausa. O que estava sendo enviado ainda sai.
campaign-goes-on = Continua.
cancel-campaign = Encerrar
cancel-campaign-title = Encerrar a campanha { $id } de vez?
cancel-follows-kept = Quem recebeu fica com ela.
cancel-follows-left = { $count ->
    [one] { $count } pessoa que espera não vai receber.
   *[other] { $count } pessoas que esperam não vão receber.
}
cancel-follows-end = Não dá para retomar.
campaign-is-ended = Está sendo encerrada.
resend = Enviar de novo
resend-title = Enviar de novo
resend-about = { $count ->
    [one] Falhou para { $count } pessoa, que recebe mais uma vez.
   *[other] Falhou para { $count } pessoas, que recebem mais uma vez.
}
resend-unknown = Também { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
} de quem não se sabe
resend-unknown-about = Podem receber duas vezes.
resend-done = Está sendo enviada de novo.
failure-causes = Em que falhou
cause-unknown = Sem palavras do Telegram
resend-some-title = { $count ->
    [one] Enviar de novo a { $count } pessoa?
   *[other] Enviar de novo a { $count } pessoas?
}
resend-to = Enviar de novo a { $id }
deliveries-search = Buscar nas palavras do Telegram
deliveries-none-found = Nada com estas palavras
deliveries-none-found-about = Tente outras palavras, ou menos palavras.
advice-retry = Passa sozinho: tente de novo.
advice-correct = O mesmo vai falhar de novo: corrija primeiro o que é enviado.
advice-give_rights = Falta um direito ao bot, ou o chat não existe mais: resolva isso lá e tente de novo.
advice-discard = Ninguém pode fazer nada: desista.
advice-look = Pode ter acontecido: verifique primeiro.
