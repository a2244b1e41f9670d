overview-about = Comment va ta communauté en ce moment.
overview-people = Personnes
overview-new-today = Nouvelles aujourd'hui
overview-new-week = Nouvelles en 7 jours
overview-complete = Profils complets
overview-vip = VIP
overview-banned = Bannies
overview-by-language = Par langue
overview-by-gender = Par genre
overview-by-bot = Par bot
overview-started = L'ont démarré
overview-blocked = L'ont bloqué depuis
overview-nobody = Il n'y a encore personne. Ouvre ton bot et appuie sur Start.
overview-none-yet = Pas encore choisie
overview-calm = Tout va bien : rien n'a été abandonné{ $waiting ->
    [0] .
   *[other] , { $waiting } en route.
}
overview-attention = À regarder
overview-no-bots = Aucun bot n'est en service : ajoutes-en un.
overview-dead-jobs = { $count ->
    [one] { $count } tâche a été abandonnée
   *[other] { $count } tâches ont été abandonnées
}
overview-failed-updates = { $count ->
    [one] { $count } mise à jour a échoué trois fois
   *[other] { $count } mises à jour ont échoué trois fois
}
bot = Bot
bot-removed = Bot retiré { $id }
gender = Genre
gender-male = Homme
gender-female = Femme
gender-other = Autre
gender-unknown = Pas encore choisi
