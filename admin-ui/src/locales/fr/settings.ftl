settings-about = Les changements valent tout de suite, dans tous les bots. Ils sont enregistrés ensemble, tous ou aucun.
settings-search = Chercher un réglage
settings-none = Pas de tel réglage
settings-none-about = Essayez un autre mot.
settings-unsaved = { $count ->
    [one] { $count } changement non enregistré
   *[other] { $count } changements non enregistrés
}
settings-saved = { $count ->
    [one] { $count } réglage enregistré.
   *[other] { $count } réglages enregistrés.
}
settings-discard = Abandonner
settings-leave-title = Partir sans enregistrer ?
settings-leave = Partir
settings-changes = Changements récents
settings-changes-none = Personne n'a changé de réglage récemment.
settings-group-flags = Ce qui est activé
settings-group-staff = Équipe
settings-group-people = Personnes
settings-group-payments = Argent
settings-group-delivery = Envoi
settings-group-chat = Conversation
settings-group-referrals = Parrainages
settings-group-groups = Groupes
settings-group-media = Médias
settings-group-shop = Boutique
settings-group-insights = Graphiques
settings-group-api = API
settings-group-system = Système
setting-default = Revenir à la valeur par défaut
setting-default-of = { $name } : revenir à la valeur par défaut
setting-add = Ajouter
setting-remove-row = Retirer la ligne { $no }
setting-json = Ce n'est pas encore du JSON
on = Activé
off = Désactivé
chat-media_review-on_report = Lors d'un signalement
chat-media_review-all = Tous les médias
chat-media_review-off = Désactivé
field-id = Id
field-days = Jours
field-minutes = Minutes
field-stars = Stars
field-credits = Crédits
field-renews = Se renouvelle
field-monthlyStars = Stars par mois
field-annualStars = Stars par an
field-en = Anglais
field-pt = Portugais
field-ru = Russe
field-fr = Français
chat-choose = Choisissez un chat, ou tapez son id
chat-clear = Aucun chat
chat-group = Groupe
chat-supergroup = Groupe
chat-channel = Canal
chat-typed = par son id
chat-none-found = Aucun bot n'est dans un tel chat. Ajoutez-en un, ou tapez l'id du chat.
