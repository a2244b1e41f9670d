group-campaign = Campagne de groupe
group-campaign-title = Campagne de groupe { $id }
group-campaign-new = Nouvelle campagne de groupe
group-campaign-about = Plusieurs publications qui commencent comme une seule : toutes ou aucune. Ce que vous écrivez reste dans cet onglet.
group-campaigns-none = Pas encore de campagne de groupe
group-campaigns-none-about = Réunissez plusieurs publications sur plusieurs groupes et jours, et voyez à un seul endroit ce qu'il en est.
group-campaign-active = En cours
group-campaign-complete = Complète
group-campaign-cancelled = Arrêtée avant la fin
group-campaign-overdue = En retard
group-campaign-late-since = En retard depuis
group-campaign-name = Nom
group-campaign-ends = Complète avant le
group-campaign-ends-about = Votre équipe est prévenue si elle est en retard. Dans votre fuseau horaire, { $zone }
group-campaign-posts = { $count ->
    [0] Publications
    [one] { $count } publication
   *[other] { $count } publications
}
group-campaign-posts-none = Ajoutez les publications dont elle est faite, 50 au plus.
group-campaign-posts-needed = Ajoutez d'abord une publication
group-campaign-targets = { $count ->
    [one] Va à { $count } endroit en tout.
   *[other] Va à { $count } endroits en tout.
}
group-campaign-add = Ajouter une publication
group-campaign-post = Publication { $no }
group-campaign-post-edit = Modifier la publication { $no }
group-campaign-post-copy = Copier la publication { $no }
group-campaign-post-remove = Retirer la publication { $no }
group-campaign-keep = Garder
group-campaign-review = Vérifier et lancer
group-campaign-begin = Lancer
group-campaign-begun = La campagne de groupe est lancée.
group-campaign-confirm-title = Lancer { $name } ?
group-campaign-confirm-posts = { $count ->
    [one] { $count } publication est prévue ou part.
   *[other] { $count } publications sont prévues ou partent.
}
group-campaign-confirm-groups = { $count ->
    [one] Dans { $count } groupe.
   *[other] Dans { $count } groupes.
}
group-campaign-confirm-now = Ce qui n'a pas d'heure part tout de suite.
group-campaign-cancel = Arrêter
group-campaign-cancel-title = Arrêter { $name } pour de bon ?
group-campaign-cancel-posts = { $count ->
    [one] Sa publication s'arrête.
   *[other] Toutes ses { $count } publications s'arrêtent.
}
group-campaign-is-ended = La campagne de groupe est arrêtée.
group-campaign-problems = { $count ->
    [one] Elle ne peut pas publier dans { $count } groupe
   *[other] Elle ne peut pas publier dans { $count } groupes
}
group-campaign-problem-inactive = le bot n'y travaille pas. Faites-le revenir ou activez-le.
group-campaign-problem-rights = le bot ne peut pas y écrire. Donnez-lui ce droit dans Telegram.
action-group_campaign-created = Campagne de groupe lancée
action-group_campaign-cancelled = Campagne de groupe arrêtée
