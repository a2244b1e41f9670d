# Signing in, and the team
staff-login-usage = Écris derrière le code de la page de connexion : /admin_login ABCD-2345
staff-login-wrong = Ce code n'est pas juste, ou n'est plus valable. La page de connexion t'en donne un nouveau.
staff-login-wait = Trop de codes faux. Réessaie dans { $minutes } min.
staff-login-ask =
    🔐 Quelqu'un veut se connecter au tableau de bord avec ce code.

    Depuis : { $place }
    Avec : { $agent }
    À : { $time }

    C'est toi ? Ne confirme jamais ce que tu n'as pas commencé toi-même.
staff-login-nowhere = un lieu inconnu
staff-login-yes = ✅ Confirmer
staff-login-no = 🚫 Pas moi
staff-login-confirmed = ✅ Confirmé. Retourne dans ton navigateur.
staff-login-refused = 🚫 Refusé. Personne n'entre avec ce code.
staff-login-over = Cette demande est terminée. La page de connexion te donne un nouveau code.
staff-invitation-wrong = Cette invitation n'est pas pour toi, ou n'est plus valable.
staff-invitation-accepted = 👋 Bienvenue dans l'équipe, comme { $role }. Connecte-toi sur { $url }
staff-role-owner = propriétaire
staff-role-operator = opérateur
staff-role-viewer = observateur
staff-role-creator = créateur
staff-role-chatter = animateur
staff-mail-link-subject = Ton lien vers le tableau de bord de Rialto
staff-mail-link =
    Ouvre ce lien et appuie sur le bouton pour te connecter. Il est valable 15 minutes, une fois :

    { $url }

    Tu ne l'as pas demandé ? Supprime ce message, et rien ne se passe.
staff-mail-invitation-subject = Tu es invité dans l'équipe de Rialto
staff-mail-invitation =
    Tu es invité à gérer Rialto, comme { $role }. Ouvre ce lien et appuie sur le bouton pour te connecter. Il est valable sept jours, une fois :

    { $url }
