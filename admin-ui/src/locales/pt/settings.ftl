settings-about = As alterações valem imediatamente, em todos os bots. São salvas em conjunto, todas ou nenhuma.
settings-search = Buscar configurações
settings-none = Não existe essa configuração
settings-none-about = Tente outra palavra.
settings-unsaved = { $count ->
    [one] { $count } alteração não salva
   *[other] { $count } alterações não salvas
}
settings-saved = { $count ->
    [one] { $count } configuração salva.
   *[other] { $count } configurações salvas.
}
settings-discard = Descartar
settings-leave-title = Sair sem salvar?
settings-leave = Sair
settings-changes = Alterações recentes
settings-changes-none = Ninguém alterou uma configuração ultimamente.
settings-group-flags = O que está ligado
settings-group-staff = Equipe
settings-group-people = Pessoas
settings-group-payments = Dinheiro
settings-group-delivery = Envio
settings-group-chat = Conversa
settings-group-referrals = Convites
settings-group-groups = Grupos
settings-group-media = Mídia
settings-group-shop = Loja
settings-group-insights = Gráficos
settings-group-api = API
settings-group-system = Sistema
setting-default = Voltar ao valor padrão
setting-default-of = { $name }: voltar ao valor padrão
setting-add = Adicionar
setting-remove-row = Remover a linha { $no }
setting-json = Isto ainda não é JSON
on = Ligado
off = Desligado
chat-media_review-on_report = Em uma denúncia
chat-media_review-all = Todos os arquivos
chat-media_review-off = Desligado
field-id = Id
field-days = Dias
field-minutes = Minutos
field-stars = Stars
field-credits = Créditos
field-renews = Renova
field-monthlyStars = Stars por mês
field-annualStars = Stars por ano
field-en = Inglês
field-pt = Português
field-ru = Russo
field-fr = Francês
chat-choose = Escolha um chat ou digite o id
chat-clear = Nenhum chat
chat-group = Grupo
chat-supergroup = Grupo
chat-channel = Canal
chat-typed = pelo id
chat-none-found = Nenhum bot está em um chat assim. Adicione um lá ou digite o id do chat.
