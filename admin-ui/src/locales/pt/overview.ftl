overview-about = Como está a tua comunidade neste momento.
overview-people = Pessoas
overview-new-today = Novas hoje
overview-new-week = Novas em 7 dias
overview-complete = Perfis completos
overview-vip = VIP
overview-banned = Banidas
overview-by-language = Por idioma
overview-by-gender = Por género
overview-by-bot = Por bot
overview-started = Iniciaram
overview-blocked = Bloquearam depois
overview-nobody = Ainda não há ninguém. Abre o teu bot e carrega em Start.
overview-none-yet = Ainda por escolher
overview-calm = Tudo em ordem: nada foi abandonado{ $waiting ->
    [0] .
   *[other] , { $waiting } a caminho.
}
overview-attention = Merece atenção
overview-no-bots = Não há nenhum bot ao serviço: adiciona um.
overview-dead-jobs = { $count ->
    [one] { $count } tarefa foi abandonada
   *[other] { $count } tarefas foram abandonadas
}
overview-failed-updates = { $count ->
    [one] { $count } atualização falhou três vezes
   *[other] { $count } atualizações falharam três vezes
}
bot = Bot
bot-removed = Bot removido { $id }
gender = Género
gender-male = Masculino
gender-female = Feminino
gender-other = Outro
gender-unknown = Ainda por escolher
