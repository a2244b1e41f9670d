# Signing in, and the team
staff-login-usage = Write the code of the login page behind it: /admin_login ABCD-2345
staff-login-wrong = This code is not right, or no longer good. The login page gives you a new one.
staff-login-wait = Too many wrong codes. Try again in { $minutes } min.
staff-login-ask =
    🔐 Somebody wants to sign in to the dashboard with this code.

    From: { $place }
    With: { $agent }
    At: { $time }

    Is it you? Never confirm what you did not begin yourself.
staff-login-nowhere = an unknown place
staff-login-yes = ✅ Confirm
staff-login-no = 🚫 Not me
staff-login-confirmed = ✅ Confirmed. Go back to your browser.
staff-login-refused = 🚫 Refused. Nobody gets in with this code.
staff-login-over = This request is over. The login page gives you a new code.
staff-invitation-wrong = This invitation is not for you, or no longer good.
staff-invitation-accepted = 👋 Welcome to the team, as { $role }. Sign in at { $url }
staff-role-owner = owner
staff-role-operator = operator
staff-role-viewer = viewer
staff-role-creator = creator
staff-role-chatter = chatter
staff-mail-link-subject = Your link to the Rialto dashboard
staff-mail-link =
    Open this link and press the button to sign in. It is good for 15 minutes, once:

    { $url }

    You did not ask for it? Then delete this mail, and nothing happens.
staff-mail-invitation-subject = You are invited to the team of Rialto
staff-mail-invitation =
    You are invited to run Rialto, as { $role }. Open this link and press the button to sign in. It is good for seven days, once:

    { $url }
