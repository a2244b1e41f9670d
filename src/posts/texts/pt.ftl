# Posting in a group
group-post-staff-only = Só quem cuida de mim pode me mandar publicar aqui.
group-post-wait = ⏳ Ainda não. A próxima publicação pode sair em { $time }.
group-post-how = Escreva /post e o texto em seguida, ou responda com /post a um texto, foto, vídeo, animação ou documento.
