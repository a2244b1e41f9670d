# Signing in, and the team
staff-login-usage = Escreva em seguida o código da página de entrada: /admin_login ABCD-2345
staff-login-wrong = Este código não está certo ou não vale mais. A página de entrada dá um novo a você.
staff-login-wait = Códigos errados demais. Tente de novo em { $minutes } min.
staff-login-ask =
    🔐 Alguém quer entrar no painel com este código.

    De: { $place }
    Com: { $agent }
    Às: { $time }

    É você? Nunca confirme o que não começou.
staff-login-nowhere = lugar desconhecido
staff-login-yes = ✅ Confirmar
staff-login-no = 🚫 Não fui eu
staff-login-confirmed = ✅ Confirmado. Volte ao navegador.
staff-login-refused = 🚫 Recusado. Ninguém entra com este código.
staff-login-over = Este pedido terminou. A página de entrada dá um código novo a você.
staff-invitation-wrong = Este convite não é para você ou não vale mais.
staff-invitation-accepted = 👋 Boas-vindas à equipe, como { $role }. Entre em { $url }
staff-role-owner = proprietário
staff-role-operator = operador
staff-role-viewer = observador
staff-role-creator = criador
staff-role-chatter = atendente
staff-mail-link-subject = Seu link para o painel do Rialto
staff-mail-link =
    Abra este link e toque no botão para entrar. Ele vale por 15 minutos, uma vez:

    { $url }

    Não foi você quem pediu? Então apague este e-mail, e nada acontece.
staff-mail-invitation-subject = Você foi convidado para a equipe do Rialto
staff-mail-invitation =
    Você foi convidado para gerenciar o Rialto, como { $role }. Abra este link e toque no botão para entrar. Ele vale por sete dias, uma vez:

    { $url }
