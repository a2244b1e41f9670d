# Signing in, and the team
staff-login-usage = Écrivez derrière le code de la page de connexion : /admin_login ABCD-2345
staff-login-wrong = Ce code n'est pas juste, ou n'est plus valable. La page de connexion vous en donne un nouveau.
staff-login-wait = Trop de codes faux. Réessayez dans { $minutes } min.
staff-login-ask =
    🔐 Quelqu'un veut se connecter au tableau de bord avec ce code.

    Depuis : { $place }
    Avec : { $agent }
    À : { $time }

    C'est vous ? Ne confirmez jamais ce que vous n'avez pas commencé vous-même.
staff-login-nowhere = un lieu inconnu
staff-login-yes = ✅ Confirmer
staff-login-no = 🚫 Pas moi
staff-login-confirmed = ✅ Confirmé. Retournez dans votre navigateur.
staff-login-refused = 🚫 Refusé. Personne n'entre avec ce code.
staff-login-over = Cette demande est terminée. La page de connexion vous donne un nouveau code.
staff-invitation-wrong = Cette invitation n'est pas pour vous, ou n'est plus valable.
staff-invitation-accepted = 👋 Bienvenue dans l'équipe, comme { $role }. Connectez-vous sur { $url }
staff-role-owner = propriétaire
staff-role-operator = opérateur
staff-role-viewer = observateur
staff-role-creator = créateur
staff-role-chatter = animateur
staff-mail-link-subject = Votre lien vers le tableau de bord de Rialto
staff-mail-link =
    Ouvrez ce lien et appuyez sur le bouton pour vous connecter. Il est valable 15 minutes, une fois :

    { $url }

    Vous ne l'avez pas demandé ? Supprimez ce message, et rien ne se passe.
staff-mail-invitation-subject = Vous êtes invité dans l'équipe de Rialto
staff-mail-invitation =
    Vous êtes invité à gérer Rialto, comme { $role }. Ouvrez ce lien et appuyez sur le bouton pour vous connecter. Il est valable sept jours, une fois :

    { $url }
