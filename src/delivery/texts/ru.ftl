# What is sent to everybody
button-fewer-messages = 🔕 Меньше сообщений
button-all-messages = 🔔 Все сообщения
fewer-messages-on = 🔕 Рассылок больше не будет, только ответы на то, что ты делаешь здесь.
fewer-messages-off = 🔔 Ты получаешь наши рассылки. Их можно отключить.
