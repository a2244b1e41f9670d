# Signing in, and the team
staff-login-usage = Escreve o código da página de entrada a seguir: /admin_login ABCD-2345
staff-login-wrong = Este código não está certo ou já não é válido. A página de entrada dá-te um novo.
staff-login-wait = Demasiados códigos errados. Tenta de novo dentro de { $minutes } min.
staff-login-ask =
    🔐 Alguém quer entrar no painel com este código.

    De: { $place }
    Com: { $agent }
    Às: { $time }

    És tu? Nunca confirmes o que não começaste.
staff-login-nowhere = lugar desconhecido
staff-login-yes = ✅ Confirmar
staff-login-no = 🚫 Não fui eu
staff-login-confirmed = ✅ Confirmado. Volta ao navegador.
staff-login-refused = 🚫 Recusado. Ninguém entra com este código.
staff-login-over = Este pedido terminou. A página de entrada dá-te um código novo.
staff-invitation-wrong = Este convite não é para ti ou já não é válido.
staff-invitation-accepted = 👋 Bem-vindo à equipa, como { $role }. Entra em { $url }
staff-role-owner = proprietário
staff-role-operator = operador
staff-role-viewer = observador
staff-role-creator = criador
staff-role-chatter = atendente
staff-mail-link-subject = A tua ligação para o painel do Rialto
staff-mail-link =
    Abre esta ligação e carrega no botão para entrar. É válida por 15 minutos, uma vez:

    { $url }

    Não a pediste? Então apaga este e-mail, e nada acontece.
staff-mail-invitation-subject = Foste convidado para a equipa do Rialto
staff-mail-invitation =
    Foste convidado para gerir o Rialto, como { $role }. Abre esta ligação e carrega no botão para entrar. É válida por sete dias, uma vez:

    { $url }
