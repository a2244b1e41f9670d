group-posts-none = Rien n'a été publié ici
group-posts-none-about = Ce que vos bots publient dans ce groupe apparaît ici, et peut être supprimé pendant 48 heures.
posting-round = Tour { $round }
posting-delete-at = Supprimé le
delete = Supprimer
deletion-choose = Choisir le message { $id }
deletion-choose-all = Tout choisir
deletion-none-chosen = Ne rien choisir
deletion-chosen = { $count ->
    [one] Supprimer { $count } choisi
   *[other] Supprimer { $count } choisis
}
deletion-one = Supprimer le message { $id }
deletion-title = { $count ->
    [one] Supprimer { $count } message dans { $title } ?
   *[other] Supprimer { $count } messages dans { $title } ?
}
deletion-follows-gone = Ils disparaissent pour tout le monde dans le groupe, pour de bon.
deletion-follows-rounds = Les prochains tours partent quand même : arrêtez la publication pour les empêcher.
deletion-do = { $count ->
    [one] Supprimer { $count } message
   *[other] Supprimer { $count } messages
}
deletion-begun = { $count ->
    [0] Il n'y avait rien à supprimer.
    [one] { $count } message est en cours de suppression.
   *[other] { $count } messages sont en cours de suppression.
}
clear = Vider
clear-title = Vider { $title }
clear-about = Supprime ce que le bot a publié ici. Sans filtre, tout ; avec plusieurs, ce qui répond à tous.
clear-from = Publié depuis
clear-to = Publié jusqu'à
clear-older = Plus vieux que
clear-from-message = Depuis l'id de message
clear-to-message = Jusqu'à l'id de message
clear-order = Ne peut pas être avant le début
clear-count = Compter d'abord
clear-mark = Marquer comme trop vieux
clear-deletable = { $count ->
    [0] Il n'y a rien à supprimer.
    [one] { $count } message est supprimé.
   *[other] { $count } messages sont supprimés.
}
clear-too-old = { $count ->
    [one] { $count } a plus de 48 heures : il reste, et est marqué ainsi.
   *[other] { $count } ont plus de 48 heures : ils restent, et sont marqués ainsi.
}
clear-rights = Il manque un droit au bot ici
clear-rights-about = Certains messages sont d'un autre bot. Pour les supprimer, il faut :
clearings = Suppressions
clearings-none = Rien n'a été supprimé ici
clearing-what = Quoi
clearing-running = En cours
clearing-done = Fait
clearing-failed = Arrêté
clearing-deleted = { $deleted } sur { $total } supprimés
clearing-all = Toutes les publications
clearing-due = À la fin de leur temps
clearing-messages = { $count ->
    [one] { $count } message choisi
   *[other] { $count } messages choisis
}
clearing-from = depuis { $time }
clearing-to = jusqu'à { $time }
clearing-older = plus vieux que { $time }
clearing-from-message = depuis le message { $id }
clearing-to-message = jusqu'au message { $id }
action-clearing-started = Publications d'un groupe supprimées
