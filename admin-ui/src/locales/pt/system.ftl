bots-about = Cada um tem as suas pessoas e os seus limites; o que podem fazer é igual.
bots-none = Nenhum bot ao serviço
bots-none-about = Cria um com o @BotFather e adiciona-o pelo token.
bot-id = Id do Telegram
bot-in-service = Ao serviço
bot-add = Adicionar um bot
bot-token = Token do bot
bot-token-about = Como o @BotFather o dá. Fica cifrado e nunca mais é mostrado.
bot-added = @{ $username } está ao serviço.
bot-remove = Remover
bot-remove-name = Remover @{ $username }
bot-remove-title = Retirar @{ $username } de serviço?
bot-remove-follows-quiet = A partir de agora já não responde a ninguém.
bot-remove-follows-chats = Quem procura ou conversa por ele é avisado e sai.
bot-remove-follows-kept = O histórico fica guardado. Adiciona-o de novo pelo token para o trazer de volta.
bot-removed-done = @{ $username } está fora de serviço.
webhooks-again = Registar os webhooks de novo
webhooks-done = { $ok } de { $of } webhooks registados.
webhook-refused = Webhook recusado: { $why }
failures-about = O que não se conseguiu fazer. Tenta de novo quando a causa desaparecer, ou desiste.
dead-jobs = Tarefas abandonadas
dead-jobs-none = Nada foi abandonado
dead-jobs-none-about = Todas as tarefas das filas foram feitas.
jobs-singly = Uma a uma
job-kind = Tarefa
job-unknown = De tipo desconhecido
error = Erro
died-at = Abandonada
last-at = a última
retry-all = Tentar todas de novo
discard = Desistir
discard-all = Desistir de todas
discard-title = { $count ->
    [one] Desistir de { $count } tarefa?
   *[other] Desistir de { $count } tarefas?
}
discard-follows-never = O que faria nunca será feito.
discard-follows-audit = No registo de ações fica que se desistiu.
jobs-retried = { $count ->
    [one] { $count } tarefa recomeça.
   *[other] { $count } tarefas recomeçam.
}
jobs-discarded = { $count ->
    [one] Desistiu-se de { $count } tarefa.
   *[other] Desistiu-se de { $count } tarefas.
}
failed-updates = Atualizações falhadas
failed-updates-none = Nenhuma atualização falhou
failed-updates-none-about = O que o Telegram disse aos bots foi tratado.
update = Atualização
update-about = A sua forma, sem palavras, nomes e lugares.
tries = Tentativas
given-up = Abandonada
tried-again = Tentada de novo
failed-at = Falhou
audit-about = O que a equipa e o sistema fizeram, do mais recente ao mais antigo.
audit-none = Ainda nada
audit-none-about = Assim que alguém mudar algo, aparece aqui.
audit-action = O quê
audit-subject = Sobre
audit-by = Por
audit-at = Quando
action-age_refusal-lifted = Recusa pela idade levantada
action-bot-added = Bot adicionado
action-bot-removed = Bot removido
action-campaign-started = Campanha iniciada
action-campaign-pause = Campanha em pausa
action-campaign-resume = Campanha retomada
action-campaign-cancel = Campanha terminada
action-campaign-resent = Campanha reenviada
action-dead_job-retried = Tarefa tentada de novo
action-dead_job-discarded = Tarefas abandonadas
action-finding-resolved = Divergência resolvida
action-gift-given = Oferta dada
action-group-added = Bot adicionado a um grupo
action-group-approved = Grupo aprovado
action-group-rejected = Grupo rejeitado
action-group-activated = Grupo ativado
action-group-deactivated = Grupo desativado
action-group-settings_changed = Definições do grupo alteradas
action-groups-left = O bot saiu dos grupos
action-group_ban-put = Posto na lista de banidos dos grupos
action-group_ban-lifted = Retirado da lista de banidos dos grupos
action-payment-refunded = Pagamento devolvido
action-payout-paid = Pagamento de afiliado feito
action-payout-declined = Pagamento de afiliado recusado
action-person-banned = Banimento
action-person-unbanned = Banimento levantado
action-appeal-refused = Recurso recusado
action-referral-released = Convite aceite
action-referral-rejected = Convite rejeitado
action-refund-declined = Devolução recusada
action-refund-refused = Devolução recusada pelo Telegram
action-report-banned = Denúncia: banida
action-report-warned = Denúncia: avisada
action-report-dismissed = Denúncia rejeitada
action-setting-changed = Definição alterada
tried-times = { $count ->
    [one] tentada { $count } vez
   *[other] tentada { $count } vezes
}
dead-jobs-search = Procurar em erros e tipos
dead-jobs-none-found = Nenhuma tarefa com estas palavras
webhook-works = Webhook a funcionar
webhook-errors = Webhook com erros
webhook-broken = Webhook avariado
bot-pending = Atualizações à espera
bot-held-until = O Telegram quer silêncio até às { $time }.
bot-no-pacer = O seu ritmo não responde.
bots-unseen = Não se conseguiu agora saber como estão os webhooks.
