# Botões. O texto dos botões volta ao bot como mensagem: dois deles nunca podem ser iguais.
button-profile = 👤 Perfil
button-help = ❓ Ajuda
button-edit-gender = Editar gênero
button-edit-age = Editar idade
button-edit-language = Editar idioma
button-preferences = ⭐ Quem encontrar
button-join = Entrar em { $channel }
button-joined = ✅ Já entrei
button-delete-data = Apagar tudo
button-keep-data = Manter
button-accept-terms = Aceito
button-appeal = 🙏 Recorrer

gender-male = Masculino
gender-female = Feminino
gender-other = Outro
wish-any = Qualquer pessoa

# A entrada
choose-language = 👋 Boas-vindas! Em que idioma vamos conversar?
welcome-chat = Aqui você conversa a dois com desconhecidos, de forma anônima. Eles nunca veem seu nome, número ou perfil, e você pode sair quando quiser.
welcome-terms = Ao continuar, você aceita os termos (/terms) e a política de privacidade (/privacy). É preciso ter { $minimumAge } anos ou mais.
ask-gender = Qual é o seu gênero?
ask-age = Quantos anos você tem? Envie sua idade em número, por exemplo 27.
bad-age = Preciso da sua idade em número, de 13 a 120, por exemplo 27.
age-locked = Uma idade abaixo de 18 não pode ser mudada aqui para 18 ou mais. Se foi engano, escreva para o suporte: /help
age-refused =
    Agradeço a sinceridade. Aqui as pessoas conhecem desconhecidos, por isso só pode entrar quem tem { $minimumAge } anos ou mais, e não posso deixar você entrar.
age-refused-no-chat = Obrigado pela sinceridade. Isto aqui é só para quem tem { $minimumAge } anos ou mais, e não posso deixar você entrar.
age-refused-kept =
    Seu gênero, sua idade e suas preferências foram apagados, e nada mais será cobrado. Ficam guardados esta recusa, seu idioma e em quais bots você esteve. Se você já esteve aqui antes, ficam também suas compras, quem você convidou e bloqueou, e as denúncias: /mydata mostra tudo, /deletemydata apaga.
age-refused-appeal = Se a idade foi um engano, escreva para { $contact } e a equipe vai analisar.
age-refused-no-contact = Se a idade foi um engano, peça a quem cuida deste bot para analisar.
banned-until = ⛔ Você está excluído deste bot até { $until }. Motivo: { $reason }
banned-for-good = ⛔ Você está excluído deste bot de forma definitiva. Motivo: { $reason }
banned-under-review = ⏸ Você recebeu denúncias e não vai encontrar ninguém aqui até que a equipe as analise.
appeal-offer = Foi um engano? Você pode recorrer uma vez.
appeal-ask = Escreva uma mensagem explicando por quê, e a equipe vai ler. É só uma.
appeal-passed = 🙏 Agradecemos. A equipe vai ler e responder por aqui.
appeal-already = Você já recorreu. Só é possível uma vez.
appeal-failed = Não foi possível enviar seu recurso agora. Tente de novo mais tarde.
appeal-lifted = ✅ A equipe aceitou seu recurso: a exclusão foi retirada. Envie /start para continuar.
appeal-kept = A equipe leu seu recurso, e a exclusão continua.
age-appeal-kept = A equipe leu seu recurso, e a recusa continua.
age-lifted = ✅ A equipe aceitou: você pode recomeçar. Envie /start e informe sua idade certa.
age-below-minimum = Agora é preciso ter { $minimumAge } anos ou mais aqui, e seu perfil diz { $age }: não dá para encontrar ninguém para você nem vender nada, e o que se renova é devolvido. Seu perfil continua como está. /profile mostra, /deletemydata apaga.
menu = Tudo pronto. Toque em “{ button-find }” para conhecer alguém.
menu-no-chat = Tudo pronto. O que você quer fazer?
menu-again = O que você quer fazer?
unknown-payload = Não conheço esse link, então aqui está o menu.
saved = Salvo.

profile =
    👤 Seu perfil

    Gênero: { $gender }
    Idade: { $age }
    Idioma: { $language }
    Conversas até agora: { $chats }

    Os desconhecidos veem seu gênero, sua faixa etária e seu idioma. Nada mais.
profile-no-chat =
    👤 Seu perfil

    Idade: { $age }
    Idioma: { $language }
language-set = A partir de agora eu falo português.

# Páginas
has-chat = 💬 Converse com desconhecidos, um de cada vez, sem nomes.
has-groups = 👥 Ordem em grupos: me adicione ao seu e me torne administrador.
has-shop = 🛍 Criadores e o que vendem, por Stars: /models
help-chat = Na conversa, é só escrever: texto, fotos, voz, figurinhas, álbuns, respostas, edições e reações, tudo chega à outra pessoa.
not-here = Isso este bot não faz. Veja o que ele faz:
help-contact = Dúvidas? { $contact }
terms =
    📜 Termos, versão { $version }

    1. Você tem { $minimumAge } anos ou mais.
    2. Seja gentil. Nada de ameaças, assédio, ódio, spam, golpes ou pedidos de dinheiro.
    3. Nada sexual que envolva menores e nada ilegal. Casos assim são denunciados.
    4. Não compartilhe dados de outras pessoas e pense duas vezes antes de compartilhar os seus.
    5. Quem desrespeitar as regras pode ser excluído.
    6. O que se vende aqui é cobrado em Telegram Stars. O que você não usou é devolvido a pedido: /paysupport
terms-accepted = ✅ Você já aceitou esta versão.
terms-not-accepted = Você ainda não aceitou esta versão.
terms-thanks = Agradecemos. Os termos foram aceitos.
terms-changed = Nossos termos mudaram. Leia e aceite para continuar, por favor.
privacy =
    🔐 Privacidade

    Fica guardado: seu ID do Telegram, idioma, gênero, idade, quando você aceitou os termos, quantas conversas teve, quem você bloqueou e, por 20 minutos, quem você encontrou.
    Também fica guardado: quais das nossas mensagens para todos chegaram a você, por alguns meses, e se você quer menos delas.
    As mensagens vão de você à outra pessoa por meio deste bot. O texto não é armazenado; a ligação entre cada mensagem sua e a cópia que a outra pessoa recebeu fica guardada até 24 horas depois da conversa, para que respostas, edições, reações e exclusões funcionem. O que você escreve em /support, ou como recurso, vai para a nossa equipe; isso e as respostas ficam guardados por { n-days }.
    A outra pessoa vê seu gênero, sua faixa etária e seu idioma. Nunca seu nome, número ou ID. Contato ou localização só são enviados depois que você confirma.
    Fica guardado o que você pagou em Stars e o que recebeu por isso. O pagamento em si é do Telegram: não vemos cartão.
    De uma denúncia ficam guardados o motivo, as duas pessoas e o que a equipe decidiu.
    Se você veio pelo link de um amigo: de quem era. Do que você ganha com o seu: as partes e os pagamentos. Ninguém fica sabendo quem é o outro.
    De uma conversa que você trancou ficam guardados os minutos, o horário e o que voltou deles.
    /mydata envia tudo isso a você, /deletemydata apaga.
privacy-names = Também ficam guardados seu nome e seu @usuário do Telegram, só para nossa equipe, que encontra você por eles; ninguém que você conhece aqui os vê.
privacy-no-names = Seu nome e seu @usuário não são guardados.

# Na conversa
ask-after-chat = Você está em uma conversa. Isso pode ser feito quando ela terminar.
answer-in-chat = ✋ Eu tinha acabado de perguntar algo a você, então isto não foi para ninguém. Minha pergunta não vale mais: o que você escrever a partir de agora vai para a outra pessoa.

# Antes da primeira conversa
join-channels = 📣 Para continuar aqui, entre primeiro. Depois toque em “{ button-joined }”.

# Preferências
preferences = ⭐ Quem você quer encontrar?
preferences-saved = ⭐ Salvo. Vale a partir da sua próxima busca. Quem você quer encontrar?
preferences-vip = ⭐ Escolher quem encontrar é para VIPs: eles vêm primeiro em cada busca e escolhem Masculino, Feminino, Outro ou qualquer pessoa. Sem VIP, você encontra qualquer pessoa.
preferences-off = No momento não há preferências aqui: todo mundo encontra qualquer pessoa.

# Suporte
support-ask = 💬 Escreva uma mensagem para a nossa equipe: texto, foto, voz, o que ajudar. Sua próxima mensagem vai para a equipe, com seu id do Telegram e seu idioma, e para mais ninguém.
support-in-chat = 💬 Você está em uma conversa, e o que você escreve vai para a outra pessoa. Para a nossa equipe, escreva depois do comando, e não vai para mais ninguém: /support o que aconteceu
support-sent = ✅ Enviado à nossa equipe. A resposta chega aqui.
support-cant = ⚠️ Uma mensagem desse tipo não pode ser enviada à equipe. Comece de novo com /support.
support-wait = ⏳ Você acabou de escrever várias vezes para a nossa equipe. Espere um minuto e comece de novo com /support.
support-answer = 💬 Resposta da nossa equipe. Para escrever de volta, responda a esta mensagem ou toque no botão abaixo dela.
support-closed = ✅ Nossa equipe encerrou sua dúvida. Ainda ficou alguma coisa? Escreva de novo: /support
support-reply-ask = 💬 Escreva sua resposta: sua próxima mensagem vai para a nossa equipe e para mais ninguém.
support-reply-in-chat = 💬 Você está em uma conversa, e o que você escreve vai para a outra pessoa. Responda à própria mensagem da equipe (toque e segure, depois Responder), e só a equipe a recebe.
button-support-reply = ↩️ Responder

# Seus dados
mydata = 📄 Tudo o que está guardado sobre você. Quem você encontrou ou bloqueou só é contado: a identidade de ninguém é revelada, nem a sua.
deletemydata =
    🗑 Apagar tudo o que está guardado sobre você?

    Apagado: idioma, gênero, idade, preferências, tempo de VIP, termos aceitos, quantas conversas você teve, quem você encontrou e bloqueou, o que você e a nossa equipe escreveram um ao outro, seu link de convite e as Stars ganhas com ele, mesmo com um pagamento pedido. Antes, use ou receba essas Stars. Uma conversa ou busca termina na hora.
    Mantido: se você foi excluído ou recusado pela idade, isso continua, com um código em vez do seu id, porque apagar não pode desfazer isso. O que a equipe fez também fica registrado com esse código, e como suas denúncias foram avaliadas. Os pagamentos continuam nas nossas contas com um código e o número de cobrança do Telegram; créditos que restarem se perdem, e nada mais é cobrado. Se você foi convidado ou convidou alguém, um código diz que você esteve aqui, para que um convite conte uma só vez. Qual mensagem é qual cópia em uma conversa some 24 horas depois dela. O que está nesta janela e com as outras pessoas continua no Telegram.

    Não dá para desfazer.
data-deleted = 🗑 Apagado. Se um dia você voltar, /start começa do zero.
not-deleted = Nada foi apagado.

# Comandos, como o Telegram os mostra no menu
command-start = Começar ou voltar ao menu
command-profile = Seu perfil
command-preferences = Suas preferências
command-language = Mudar o idioma
command-help = Ajuda
command-terms = Termos
command-privacy = Privacidade
command-support = Escrever para a nossa equipe
command-mydata = O que está guardado sobre você
command-deletemydata = Apagar o que está guardado sobre você
