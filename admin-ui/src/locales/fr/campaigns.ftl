campaign = Campagne
campaigns-about = Des messages à beaucoup de monde. Ils partent au rythme de Telegram, et personne n'en reçoit un deux fois.
campaigns-none = Pas encore de campagne
campaigns-none-about = Écrivez un message, regardez-le, envoyez-le à vous-même, puis à tout le monde.
campaign-of-broadcast = Diffusion
campaign-title = Campagne { $id }
campaign-kind = Genre
campaign-expanding = Recherche des destinataires
campaign-sending = Envoi
campaign-paused = En pause
campaign-cancelling = Se termine
campaign-cancelled = Arrêtée avant la fin
campaign-finished = Terminée
progress = Progression
sent-of = { $sent } sur { $of } envoyés
settled-of = { $percent } de { $count ->
    [one] { $count } destinataire
   *[other] { $count } destinataires
} réglés.
still-under-way = Ce qui était en cours d'envoi part encore.
paused-by-itself = Mise en pause d'elle-même
started-by = Lancée par
started-at = Lancée
changed-at = Dernier changement
delivery-queued = En attente
delivery-sent = Envoyé
delivery-failed = Échoué
delivery-skipped = Passé
delivery-unknown = Inconnu
delivery-cancelled = Pas envoyé
delivery-note = Pourquoi
delivery-message = Id du message
deliveries = Destinataires
deliveries-filter = Destinataires dans quel état
deliveries-none = Personne dans cet état
deliveries-none-about = Choisissez un autre état pour les voir.

compose = Nouvelle diffusion
compose-about = Ce que vous écrivez reste dans cet onglet jusqu'à l'envoi.
compose-message = Message
compose-clear = Recommencer
message = Texte
message-needed = Écrivez un texte ou choisissez un média
formatting = Mise en forme
formatting-none = Aucune
formatting-about-HTML = <b>gras</b>, <i>italique</i>, <u>souligné</u>, <s>barré</s>, <tg-spoiler>caché</tg-spoiler>, <a href="https://...">lien</a>, <code>code</code>
formatting-about-MarkdownV2 = *gras*, _italique_, __souligné__, ~barré~, ||caché||, [lien](https://...), `code`. Les autres signes veulent une barre oblique inverse devant eux.
media = Image, vidéo ou fichier
media-none = Aucun
media-photo = Image
media-video = Vidéo
media-animation = Animation
media-document = Fichier
media-file = Adresse ou file_id
buttons = Boutons sous le message
button-text = Texte du bouton { $no }
button-url = Adresse du bouton { $no }
button-remove = Retirer le bouton { $no }
button-beside = Un autre à côté
button-add = Ajouter un bouton
audience = Public
audience-all = Tout le monde
audience-vip = VIP
audience-free = Sans VIP
audience-any-language = Toutes les langues
audience-any-bot = Tous les bots
audience-bots = { $count ->
    [one] { $count } bot
   *[other] { $count } bots
}
audience-away = Jours d'absence
audience-away-about = Seulement qui n'a rien fait ici depuis plus de tant de jours.
audience-away-any = Vide : tout le monde
audience-away-for = absents depuis plus de { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
reach = { $count ->
    [0] Personne ne le recevrait
    [one] { $count } personne le recevrait
   *[other] { $count } personnes le recevraient
}
reach-time = prend environ { $time }
preview = Aperçu
preview-about = À peu près comme les gens le voient. Un envoi d'essai montre ce que Telegram en fait.
preview-empty = Votre message
preview-fewer = Moins de messages
test-to = Id Telegram d'un lecteur d'essai
test-send = Envoyer un essai
test-sent = L'essai est chez { $id }.
review = Vérifier et envoyer
start-title = L'envoyer à { $count ->
    [one] { $count } personne ?
   *[other] { $count } personnes ?
}
start-follows-time = Cela prend environ { $time } au rythme réglé.
start-follows-pause = Vous pouvez mettre en pause ou arrêter à tout moment.
start-follows-kept = Qui l'a reçu le garde, sauf si vous le retirez dans les 48 heures.
start-send = Envoyer à { $count }
campaign-started = La campagne { $id } est en route.
pause = Pause
resume = Continuer
campaign-is-paused = En pause. Ce qui était en cours d'envoi part encore.
campaign-goes-on = Elle continue.
cancel-campaign = Arrêter
cancel-campaign-title = Arrêter la campagne { $id } pour de bon ?
cancel-follows-kept = Qui l'a reçu le garde.
cancel-follows-left = { $count ->
    [one] { $count } personne qui l'attend ne le recevra pas.
   *[other] { $count } personnes qui l'attendent ne le recevront pas.
}
cancel-follows-end = Elle ne peut pas être reprise.
campaign-is-ended = Elle est en train de s'arrêter.
resend = Renvoyer
resend-title = Renvoyer
resend-about = { $count ->
    [one] Cela a échoué pour { $count } personne, qui le reçoit encore une fois.
   *[other] Cela a échoué pour { $count } personnes, qui le reçoivent encore une fois.
}
resend-unknown = Aussi { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
} dont on ne sait rien
resend-unknown-about = Elles le recevront peut-être deux fois.
resend-done = C'est renvoyé.
failure-causes = Pourquoi cela a échoué
cause-unknown = Telegram n'a rien dit
resend-some-title = { $count ->
    [one] Renvoyer à { $count } personne ?
   *[other] Renvoyer à { $count } personnes ?
}
resend-to = Renvoyer à { $id }
deliveries-search = Chercher dans les mots de Telegram
deliveries-none-found = Rien avec ces mots
deliveries-none-found-about = Essayez d'autres mots, ou moins de mots.
advice-retry = Cela passe tout seul : réessayez.
advice-correct = La même chose échouera encore : corrigez d'abord ce qui est envoyé.
advice-give_rights = Il manque un droit au bot, ou le chat n'existe plus : réglez cela là-bas, puis réessayez.
advice-discard = Personne n'y peut rien : abandonnez.
advice-look = Cela a peut-être eu lieu : regardez d'abord.
