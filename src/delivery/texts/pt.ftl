# What is sent to everybody
button-fewer-messages = 🔕 Menos mensagens
button-all-messages = 🔔 Todas as mensagens
fewer-messages-on = 🔕 Você não recebe mais o que enviamos para todos, só respostas ao que faz aqui.
fewer-messages-off = 🔔 Você recebe o que enviamos para todos. Dá para desativar.
