templates = Modelos
templates-about = Mensagens salvas para começar: escolha uma ao escrever uma transmissão ou uma publicação.
templates-none-about = Escreva um aqui ou salve o que acabou de escrever.
template-choose = Começar com um modelo
template-placeholder = Escolha um
template-none-yet = Ainda não há modelos
template-keep = Salvar como modelo
template-kept = O modelo “{ $name }” foi salvo.
template-name = Nome do modelo
template-name-taken = Outro modelo já tem este nome
template-new = Novo modelo
template-edit = Editar o modelo “{ $name }”
template-remove = Excluir o modelo “{ $name }”
template-remove-title = Excluir o modelo “{ $name }”?
template-remove-follows = O que foi escrito com ele fica como está.
template-removed = O modelo “{ $name }” foi excluído.
template-replace-title = Colocar o modelo no lugar do que você escreveu?
template-replace-follows = Texto, mídia e botões são substituídos.
template-replace = Substituir
formatting-mode = Escrito como
mark-bold = Negrito
mark-italic = Itálico
mark-underline = Sublinhado
mark-strike = Tachado
mark-spoiler = Texto oculto
mark-code = Monoespaçado
mark-pre = Bloco de código
mark-quote = Citação
mark-expandable = Citação que se expande
mark-link = Link
mark-link-to = Endereço do link
mark-link-add = Adicionar
campaign-name = Nome
campaign-name-about = Só a equipe vê.
campaign-draft = Rascunho
campaign-scheduled = Agendada
campaign-take-back-running = Sendo recolhida
campaign-take-back-done = Recolhida
campaigns-filter = Campanhas em qual estado
campaigns-none-found = Nenhuma neste estado
campaigns-none-found-about = Escolha outro estado para ver as outras.
campaign-edit = Editar
campaign-edit-title = Editar “{ $name }”
campaign-not-editable = Ela já começou: o que as pessoas receberam não pode mais ser alterado.
campaign-kept = O rascunho foi salvo.
campaign-planned = A campanha { $id } está agendada.
campaign-unplanned = Ela voltou a ser um rascunho.
campaign-duplicated = Uma cópia foi salva como rascunho.
campaign-discarded = O rascunho foi descartado.
unplanned-by-itself = Ela não pôde começar
compose-keep-about = O que você escreve fica nesta aba e, assim que você salva, vira um rascunho para toda a equipe.
compose-keep = Salvar rascunho
review-plan = Revisar e agendar
plan-it = Agendar
plan-title = Agendar para { $count ->
    [one] { $count } pessoa?
   *[other] { $count } pessoas?
}
plan-follows-at = Ela começa em { $time }; quem recebe se vê na hora.
plan-follows-change = Até lá, você pode alterar, adiar ou descartar.
when-tomorrow = Amanhã às 9h
time-in-zone = { $time } ({ $zone })
starts-at = Começa
written-by = Escrita por
written-at = Escrita
unplan = Recolher para rascunho
duplicate = Duplicar
draft-discard = Descartar
draft-discard-title = Descartar este rascunho?
draft-discard-follows = Ele se perde de vez.
delivery-deleted = Recolhidas
take-back = Recolher de todos
take-back-title = Recolhimento
take-back-ask = Recolher esta transmissão de todos?
take-back-post-ask = Recolher esta publicação de todos os grupos?
take-back-follows-deleted = { $count ->
    [0] Nada mais pode ser excluído.
    [one] { $count } mensagem é excluída.
   *[other] { $count } mensagens são excluídas.
}
take-back-follows-too-old = { $count ->
    [one] { $count } mensagem tem mais de 48 horas e fica: o Telegram não a exclui mais.
   *[other] { $count } mensagens têm mais de 48 horas e ficam: o Telegram não as exclui mais.
}
take-back-follows-unknown = { $count ->
    [one] De { $count } pessoa não se sabe se recebeu: ali nada pode ser excluído.
   *[other] De { $count } pessoas não se sabe se receberam: ali nada pode ser excluído.
}
take-back-follows-seen = Quem já leu, leu.
take-back-follows-ends = Ela termina: ninguém mais recebe.
take-back-post-follows-ends = Ela termina: nenhum outro grupo recebe.
take-back-begun = Está sendo recolhida.
take-back-running = Está sendo excluída.
take-back-done = Foi excluída em toda parte.
take-back-done-some = Concluído. Algumas mensagens ficam.
take-back-deleted = Excluídas
take-back-left = Faltam
take-back-too-old = Antigas demais
take-back-refused = Recusadas
test-to-me = Enviar um teste para mim
test-sent-to-me = O teste está no seu Telegram.
test-link-telegram = Para enviar um teste a você com um toque, peça a um proprietário que informe seu id do Telegram na página da equipe.
test-sign-in = Entre pelo Telegram em vez da chave do proprietário para enviar um teste a você com um toque.
test-unreachable = Precisa iniciar um bot antes
test-unreachable-me = Nenhum bot pode escrever para você: abra um dos seus bots no Telegram, toque em Iniciar e tente de novo.
action-campaign-drafted = Transmissão rascunhada
action-campaign-edited = Transmissão alterada
action-campaign-schedule = Transmissão agendada
action-campaign-unschedule = Transmissão devolvida a rascunho
action-campaign-start = Transmissão iniciada
action-campaign-discarded = Rascunho descartado
action-campaign-taken_back = Transmissão recolhida
action-post-taken_back = Publicação recolhida
action-template-added = Modelo salvo
action-template-changed = Modelo alterado
action-template-removed = Modelo excluído
medium-choose = Escolher ou enviar uma imagem ou vídeo
medium-by-address = Ou um arquivo pelo endereço
medium-another = Outro
medium-remove = Remover
medium-gone = O arquivo não existe mais
