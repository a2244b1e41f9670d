# Posting in a group
group-post-staff-only = Só quem me gere me pode mandar publicar aqui.
group-post-wait = ⏳ Ainda não. A próxima publicação pode sair daqui a { $time }.
group-post-how = Escreve /post e o texto a seguir, ou responde com /post a um texto, foto, vídeo, animação ou documento.
