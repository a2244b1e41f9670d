group-campaign = Campanha de grupo
group-campaign-title = Campanha de grupo { $id }
group-campaign-new = Nova campanha de grupo
group-campaign-about = Várias publicações que começam como uma: todas ou nenhuma. O que você escreve fica nesta aba.
group-campaigns-none = Ainda sem campanhas de grupo
group-campaigns-none-about = Junte várias publicações em vários grupos e dias, e veja o resultado em um só lugar.
group-campaign-active = Em andamento
group-campaign-complete = Completa
group-campaign-cancelled = Encerrada antes
group-campaign-overdue = Atrasada
group-campaign-late-since = Atrasada desde
group-campaign-name = Nome
group-campaign-ends = Completa até
group-campaign-ends-about = Sua equipe recebe um aviso se atrasar. No seu fuso horário, { $zone }
group-campaign-posts = { $count ->
    [0] Publicações
    [one] { $count } publicação
   *[other] { $count } publicações
}
group-campaign-posts-none = Adicione as publicações de que ela é feita, 50 no máximo.
group-campaign-posts-needed = Adicione primeiro uma publicação
group-campaign-targets = { $count ->
    [one] Vai para { $count } lugar no total.
   *[other] Vai para { $count } lugares no total.
}
group-campaign-add = Adicionar uma publicação
group-campaign-post = Publicação { $no }
group-campaign-post-edit = Editar a publicação { $no }
group-campaign-post-copy = Copiar a publicação { $no }
group-campaign-post-remove = Remover a publicação { $no }
group-campaign-keep = Manter
group-campaign-review = Revisar e começar
group-campaign-begin = Começar
group-campaign-begun = A campanha de grupo começou.
group-campaign-confirm-title = Começar { $name }?
group-campaign-confirm-posts = { $count ->
    [one] { $count } publicação é agendada ou sai.
   *[other] { $count } publicações são agendadas ou saem.
}
group-campaign-confirm-groups = { $count ->
    [one] Em { $count } grupo.
   *[other] Em { $count } grupos.
}
group-campaign-confirm-now = O que não tem horário sai imediatamente.
group-campaign-cancel = Encerrar
group-campaign-cancel-title = Encerrar { $name } de vez?
group-campaign-cancel-posts = { $count ->
    [one] A publicação dela termina.
   *[other] Todas as { $count } publicações dela terminam.
}
group-campaign-is-ended = A campanha de grupo terminou.
group-campaign-problems = { $count ->
    [one] Não pode publicar em { $count } grupo
   *[other] Não pode publicar em { $count } grupos
}
group-campaign-problem-inactive = o bot não trabalha lá. Traga-o de volta ou ligue-o.
group-campaign-problem-rights = o bot não pode escrever lá. Dê a ele esse direito no Telegram.
action-group_campaign-created = Campanha de grupo começada
action-group_campaign-cancelled = Campanha de grupo encerrada
