nav-posts = Publications
post = Publication
posts-about = Ce que vos bots publient dans les groupes : une fois, plus tard, ou encore et encore. Chaque groupe le reçoit quand son délai et le rythme de Telegram le permettent.
posts-tab-posts = Liste
posts-tab-calendar = Calendrier
posts-tab-campaigns = Campagnes de groupe
posts-filter = Publications dans quel état
posts-none = Pas encore de publication
posts-none-about = Écrivez-en une, choisissez les groupes, et publiez-la maintenant ou à l'heure que vous voulez.
posts-none-found = Aucune publication trouvée
posts-none-found-about = Essayez un autre filtre.
post-any-group = Tous les groupes
post-any-campaign = Toutes les campagnes de groupe
post-no-such-group = Aucun groupe de ce nom
post-new = Nouvelle publication
post-title = Publication { $id }
post-scheduled = Prévue
post-paused = En pause
post-done = Faite
post-cancelled = Arrêtée avant la fin
post-when = Quand
post-rounds = Tours
post-round = Tour
post-rounds-begun = Tours commencés
post-next = Prochain
post-by = Par
post-created-at = Écrite
post-once = Une fois
post-every-time = Intervalle : { $time }
post-rounds-of = { $count ->
    [one] { $count } tour
   *[other] { $count } tours
}
post-where = Où
post-groups-about = Les groupes où le bot travaille
post-groups-none = Aucun groupe n'est encore actif. Laissez-en entrer un sur la page des groupes.
post-groups-choose = Choisissez des groupes
post-groups-clear = Retirer tous les groupes
post-groups-needed = Choisissez un groupe
post-groups-many = Au plus 100 groupes et sujets
post-goes-to = { $count ->
    [one] Va à { $count } endroit
   *[other] Va à { $count } endroits
}
post-topics-of = Sujets de { $title }
post-topics-about = Ceux que le bot a vus. Sans aucun, elle va au sujet général.
post-topics-clear = Retirer tous les sujets de { $title }
post-topic-general = Général
post-topic = Sujet { $id }
post-group-unknown = Plus connu
post-when-now = Maintenant
post-when-at = À une heure
post-when-cron = Au calendrier
post-when-every = Par intervalles
post-cron = Expression cron
post-cron-about = Minute, heure, jour, mois, jour de la semaine
post-cron-wrong = Ce n'est pas une expression cron en cinq parties, ou elle n'arrive jamais
post-cron-often = Souvent utilisées
post-cron-choose = Choisissez-en une
post-cron-1 = Tous les jours à 9 h
post-cron-2 = Du lundi au vendredi à 9 h
post-cron-3 = Le vendredi à 18 h
post-cron-4 = Le premier du mois à 12 h
post-zone = Fuseau horaire
post-zone-about = Celui de ses heures
post-zone-wrong = Ce n'est pas un fuseau horaire
post-zone-here = Dans votre fuseau horaire, { $zone }
post-every = Tous les
post-unit = Unité
post-unit-minutes = Minutes
post-unit-hours = Heures
post-unit-days = Jours
post-at = Heure
post-from = Pas avant
post-from-now = Vide : dès maintenant
post-rounds-about = Vide : jusqu'à ce que vous l'arrêtiez
post-rounds-ever = Sans fin
post-next-times = Prochaines fois
post-there = { $time }, { $zone }
post-options = Comment
post-silent = Son
post-silent-about = Une publication discrète ne fait sonner aucun téléphone.
post-silent-group = Selon le réglage du groupe
post-silent-yes = Discrète
post-silent-no = Avec son
post-delete-after = Supprimer après (heures)
post-delete-after-about = 47 au plus : Telegram ne supprime rien de plus vieux que 48 heures.
post-delete-never = Reste
post-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
post-reply-to = En réponse à
post-reply-to-about = L'id d'un message du groupe ; avec un seul groupe
post-reply-one = Seulement avec un seul groupe
post-bypass = Ne pas attendre les délais des groupes
post-bypass-about = Pour ce qui est urgent. Le rythme de Telegram vaut quand même.
post-cooldown = Délai
post-bypassed = N'est pas attendu
post-review-now = Vérifier et publier
post-review-plan = Vérifier et prévoir
post-send-now = Publier maintenant
post-plan = Prévoir
post-confirm-title = { $count ->
    [one] La publier à { $count } endroit ?
   *[other] La publier à { $count } endroits ?
}
post-confirm-now = Elle part tout de suite.
post-confirm-later = Elle part le { $time }.
post-confirm-ever = Puis encore et encore, jusqu'à ce que vous l'arrêtiez.
post-confirm-rounds = { $count ->
    [one] { $count } tour en tout.
   *[other] { $count } tours en tout.
}
post-confirm-cooldown = Un groupe où l'on vient de publier la reçoit après son délai.
post-confirm-bypass = Les délais des groupes ne sont pas attendus.
post-confirm-stays = Elle reste jusqu'à ce qu'on la supprime, ce que les bots peuvent pendant 48 heures.
post-confirm-deleted = { $count ->
    [one] Elle est supprimée après { $count } heure.
   *[other] Elle est supprimée après { $count } heures.
}
post-created-now = Elle est en route.
post-created = Elle est prévue.
post-counts = Ce qu'il en est
post-editing = Ce qui est dans les groupes est en cours de modification.
post-is-paused = En pause : ce qui attend attend encore.
post-goes-on = Elle continue. Les tours tombés dans la pause sont laissés de côté.
post-is-ended = Elle est arrêtée.
post-cancel = Arrêter
post-cancel-title = Arrêter la publication { $id } pour de bon ?
post-cancel-stays = Ce qui a été publié reste.
post-cancel-waits = { $count ->
    [0] Aucun autre groupe ne la reçoit.
    [one] { $count } groupe qui l'attend ne la recevra pas.
   *[other] { $count } groupes qui l'attendent ne la recevront pas.
}
post-resend-title = Renvoyer ce qui a échoué
post-resend-about = Les groupes où son dernier tour a échoué la reçoivent encore une fois.
post-resend-none = Dans son dernier tour, rien n'a échoué à coup sûr.
post-resend-unknown = Aussi là où l'on ne sait pas si elle a été publiée
post-resend-unknown-about = Elle y sera peut-être deux fois.
post-resent = { $count ->
    [one] Elle est renvoyée à { $count } endroit.
   *[other] Elle est renvoyée à { $count } endroits.
}
post-edit = Modifier
post-edit-title = Modifier la publication { $id }
post-edit-about = { $count ->
    [0] Les prochains tours le disent de la nouvelle façon.
    [one] Les prochains tours le disent de la nouvelle façon, et { $count } message dans un groupe est modifié.
   *[other] Les prochains tours le disent de la nouvelle façon, et { $count } messages dans des groupes sont modifiés.
}
post-edit-formatting = Sa mise en forme vient de Telegram et se perd avec ce changement. Choisissez une mise en forme pour la refaire.
post-edited = Enregistré. Ce qui est dans les groupes est en cours de modification.
postings = Dans les groupes
postings-filter = Dans quel état
postings-none = Rien n'a encore été publié
postings-none-about = Dès qu'un tour commence, chaque groupe apparaît ici avec ce qu'il en est.
postings-none-in-state = Aucun dans cet état
posting-at = Quand
posting-waiting = En attente
posting-sending = En cours d'envoi
posting-sent = Publié
posting-failed = Échoué
posting-skipped = Laissé de côté
posting-unknown = Inconnu
posting-cancelled = Pas publié
posting-deleted = Supprimé
posting-too_old = Trop vieux pour être supprimé
calendar-month = Mois
calendar-week = Semaine
calendar-view = Mois ou semaine
calendar-today = Aujourd'hui
calendar-before = Avant
calendar-after = Après
calendar-more = { $count } de plus
calendar-planned = Prévue
calendar-posted-in = { $count ->
    [one] Publiée dans { $count } groupe
   *[other] Publiée dans { $count } groupes
}
calendar-none = Rien sur cette période
calendar-none-about = Tournez la page, ou prévoyez une publication.
calendar-about = Les heures sont les vôtres, { $zone }. Les publications en pause ne sont pas prévues.
calendar-cut = Seules les 500 premières sont affichées : choisissez une période plus courte.
action-post-created = Publication écrite
action-post-paused = Publication en pause
action-post-resumed = Publication reprise
action-post-cancelled = Publication arrêtée
action-post-resent = Publication renvoyée
action-post-edited = Publication modifiée
