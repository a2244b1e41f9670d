settings-about = As alterações valem de imediato, em todos os bots. São guardadas em conjunto, todas ou nenhuma.
settings-search = Procurar definições
settings-none = Não há tal definição
settings-none-about = Tenta outra palavra.
settings-unsaved = { $count ->
    [one] { $count } alteração por guardar
   *[other] { $count } alterações por guardar
}
settings-saved = { $count ->
    [one] { $count } definição guardada.
   *[other] { $count } definições guardadas.
}
settings-discard = Descartar
settings-leave-title = Sair sem guardar?
settings-leave = Sair
settings-changes = Alterações recentes
settings-changes-none = Ninguém alterou uma definição ultimamente.
settings-group-flags = O que está ligado
settings-group-staff = Equipa
settings-group-people = Pessoas
settings-group-payments = Dinheiro
settings-group-delivery = Envio
settings-group-chat = Conversa
settings-group-referrals = Convites
settings-group-groups = Grupos
settings-group-media = Mídia
setting-default = Voltar ao valor de origem
setting-default-of = { $name }: voltar ao valor de origem
setting-add = Adicionar
setting-remove-row = Remover a linha { $no }
setting-json = Isto ainda não é JSON
on = Ligado
off = Desligado
chat-media_review-on_report = Numa denúncia
chat-media_review-all = Todos os ficheiros
chat-media_review-off = Desligado
field-id = Id
field-days = Dias
field-minutes = Minutos
field-stars = Estrelas
field-credits = Créditos
field-renews = Renova
field-monthlyStars = Estrelas por mês
field-annualStars = Estrelas por ano
