group-posts-none = Aqui nada foi publicado
group-posts-none-about = O que seus bots publicam neste grupo aparece aqui e pode ser apagado por 48 horas.
posting-round = Rodada { $round }
posting-delete-at = Apagada em
delete = Apagar
deletion-choose = Escolher a mensagem { $id }
deletion-choose-all = Escolher todas
deletion-none-chosen = Não escolher nenhuma
deletion-chosen = { $count ->
    [one] Apagar { $count } escolhida
   *[other] Apagar { $count } escolhidas
}
deletion-one = Apagar a mensagem { $id }
deletion-title = { $count ->
    [one] Apagar { $count } mensagem em { $title }?
   *[other] Apagar { $count } mensagens em { $title }?
}
deletion-follows-gone = Desaparecem para todos no grupo, de vez.
deletion-follows-rounds = As próximas rodadas saem do mesmo jeito: encerre a publicação para pará-las.
deletion-do = { $count ->
    [one] Apagar { $count } mensagem
   *[other] Apagar { $count } mensagens
}
deletion-begun = { $count ->
    [0] Não havia nada que pudesse ser apagado.
    [one] { $count } mensagem está sendo apagada.
   *[other] { $count } mensagens estão sendo apagadas.
}
clear = Limpar
clear-title = Limpar { $title }
clear-about = Apaga o que o bot publicou aqui. Sem filtros, tudo; com vários, o que corresponde a todos.
clear-from = Publicado desde
clear-to = Publicado até
clear-older = Mais antigo que
clear-from-message = Desde o id da mensagem
clear-to-message = Até o id da mensagem
clear-order = Não pode ser antes do início
clear-count = Contar primeiro
clear-mark = Marcar como antigas demais
clear-deletable = { $count ->
    [0] Não há nada que possa ser apagado.
    [one] { $count } mensagem é apagada.
   *[other] { $count } mensagens são apagadas.
}
clear-too-old = { $count ->
    [one] { $count } tem mais de 48 horas: fica, e é marcada assim.
   *[other] { $count } têm mais de 48 horas: ficam, e são marcadas assim.
}
clear-rights = Falta um direito ao bot aqui
clear-rights-about = Algumas mensagens são de outro bot. Para apagá-las, ele precisa de:
clearings = Exclusões
clearings-none = Aqui nada foi apagado
clearing-what = O quê
clearing-running = Apagando
clearing-done = Feito
clearing-failed = Parou
clearing-deleted = { $deleted } de { $total } apagadas
clearing-all = Todas as publicações
clearing-due = No fim do seu tempo
clearing-messages = { $count ->
    [one] { $count } mensagem escolhida
   *[other] { $count } mensagens escolhidas
}
clearing-from = desde { $time }
clearing-to = até { $time }
clearing-older = com mais de { $time }
clearing-from-message = desde a mensagem { $id }
clearing-to-message = até a mensagem { $id }
action-clearing-started = Publicações de um grupo apagadas
