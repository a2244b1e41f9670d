# Boutons. Leur texte revient au bot comme message : deux d'entre eux ne doivent jamais être identiques.
button-find = 🔍 Chercher
button-next = ⏭ Suivant
button-stop = ⏹ Arrêter
button-block = 🚫 Bloquer
button-report = 🚩 Signaler
button-lock = 🔒 Verrouiller
button-cancel = Annuler la recherche
button-stop-search = Arrêter de chercher
button-widen = Peu importe qui
button-notify = 🔔 Prévenez-moi
button-share = Partager
button-dont-share = Ne pas partager
button-open-there = Ouvrir
button-end-there = Terminer là-bas

# What staff see
review-notice-on_report = 👁 Si une discussion est signalée, l'équipe voit des copies de ses derniers messages. Sinon, seule l'autre personne voit ce que vous écrivez.
review-notice-all = 👁 L'équipe voit des copies des photos, vidéos, fichiers, stickers et vocaux envoyés dans les discussions, et des derniers messages d'une discussion signalée.
review-notice-off = 👁 L'équipe ne reçoit aucune copie de vos messages.

# La recherche
search-0 = 🔍 Je vous cherche quelqu'un…
search-1 = 🔎 Je cherche encore. La bonne compagnie se fait un peu attendre…
search-2 = 🌍 Je cherche plus loin, dans toutes les langues…
search-3 = ☕ C'est calme en ce moment. Je continue de chercher…
search-4 = ⏳ Je cherche toujours. Vous pouvez laisser la recherche ouverte : je vous écris dès qu'il y a quelqu'un.
search-already = Une recherche est déjà en cours. Je vous écris dès qu'il y a quelqu'un.
search-elsewhere = Une recherche est déjà en cours sur @{ $bot }. C'est là que quelqu'un vous écrira.
search-cancelled = Recherche arrêtée.
search-over = Cette recherche est terminée.
search-none = Vous n'avez pas de recherche en cours.
search-nobody = Personne pour l'instant. Qu'est-ce qu'on fait ?
search-ended = Personne n'est venu, alors la recherche est terminée. Réessayez plus tard, il y a des heures plus animées.
search-resumed = 🔄 Cette rencontre n'a pas pu se faire. Je cherche à nouveau.
widened = D'accord, peu importe qui. Je cherche…
notify-set = 🔔 La recherche est arrêtée. Je vous écris dès que quelqu'un veut discuter.
somebody-there = 👀 Quelqu'un cherche à discuter en ce moment même.

# Dans une discussion
match-card =
    🎉 Quelqu'un est là ! Dites bonjour.

    Genre : { $gender }
    Âge : { $age }
    Langue : { $language }
in-chat = Vous êtes dans une discussion. Écrivez, tout simplement, ou appuyez sur « { button-next } » ou « { button-stop } ».
bot-closed = 🚪 Ce bot a été fermé, votre conversation ou votre recherche est donc terminée.
chat-closed = 🚪 On ne rencontre plus d'inconnus sur ce bot, votre discussion ou votre recherche est donc terminée.
question-over = ✋ Ma question ne tient plus : quelqu'un est là, et ce que vous écrivez maintenant lui est envoyé. Recommencez quand la conversation sera finie.
in-chat-elsewhere = Vous êtes dans une conversation sur @{ $bot }. Ouvrez-la, ou terminez-la d’abord là-bas.
you-left = Vous avez quitté la discussion.
you-blocked = 🚫 C'est bloqué. Vous ne croiserez plus cette personne.
partner-left = 👋 L'autre personne a quitté la discussion.
chat-ended-idle = 💤 Le silence a duré longtemps, alors la discussion est terminée.
idle-warning = 💤 Vous êtes toujours là ? Sans message, la discussion se termine dans { $minutes } min.
after-chat = Cherchez quelqu'un d'autre. Vous pouvez aussi bloquer cette personne pour ne plus jamais la croiser, ou la signaler dans les 24 heures.
after-chat-closed = Vous pouvez encore bloquer cette personne pour ne plus jamais la rencontrer, ou la signaler dans les 24 heures.
already-blocked-gone = Cette discussion est trop ancienne : il n'en reste plus rien.
report-ask = 🚩 Qu'est-ce qui ne va pas ? Le signalement termine la discussion, et vous ne croiserez plus cette personne.
report-reason-spam = Spam ou publicité
report-reason-insults = Insultes ou menaces
report-reason-sexual = Contenu sexuel
report-reason-minor = Quelqu'un de moins de 18 ans
report-reason-scam = Arnaque ou mendicité
report-reason-other = Autre chose
report-thanks = 🚩 Merci, l'équipe va regarder. Vous ne croiserez plus cette personne, et elle ne saura pas qui l'a signalée.
report-already = Vous avez déjà signalé cette discussion. L'équipe va regarder.
report-warning = ⚠️ L'équipe a examiné un signalement sur l'une de vos discussions : { $reason }. Respectez les règles (/terms), s'il vous plaît, pour que tout le monde se sente bien ici. Si cela se reproduit, vous pourriez être exclu.
ban-reason-spam = spam ou publicité
ban-reason-insults = insultes ou menaces
ban-reason-sexual = contenu sexuel non désiré
ban-reason-minor = âge inférieur au minimum
ban-reason-scam = arnaque ou mendicité
ban-reason-other = non-respect des règles
no-chat = Vous n'êtes pas dans une discussion. Appuyez sur « { button-find } » pour rencontrer quelqu'un.
share-contact = 📇 Ce contact peut révéler qui vous êtes. Le partager avec l'autre personne ?
share-location = 📍 L'autre personne verra où vous êtes. Partager ?
shared = C'est partagé.
not-shared = Rien n'a été partagé.
share-over = Cette discussion est terminée. Rien n'a été partagé.
flood-warning = ✋ Trop vite. Au-delà de 20 messages en 5 secondes, la suite arrive un peu plus tard.
not-delivered = ⚠️ Ce message n'a pas pu être remis.
edit-not-delivered = ⚠️ Cette modification n'a pas pu être transmise.
cant-relay-kind = ⚠️ Les messages de ce type ne peuvent pas être transmis.
cant-relay-person = ⚠️ On y voit qui est quelqu'un, alors cela ne peut pas être transmis.
cant-relay-too_big = ⚠️ L’autre personne utilise un autre bot, et les fichiers de plus de 20 Mo ne peuvent pas y être transmis.
cant-relay-payment = ⚠️ Les paiements et les factures ne peuvent pas être transmis.
cant-relay-paid_media = ⚠️ Les médias payants ne peuvent pas être transmis.
cant-relay-giveaway = ⚠️ Les concours ne peuvent pas être transmis.
cant-relay-quiz = ⚠️ Un quiz ne peut pas être transmis. Un sondage ordinaire, si.
cant-relay-checklist = ⚠️ Les listes de tâches ne peuvent pas être transmises.
deleted = 🗑 Supprimé chez l'autre personne.
delete-how = Répondez avec /del au message que vous voulez supprimer.
delete-not-yours = Ce message n'est pas l'un des vôtres dans cette discussion.
delete-failed = Impossible de le supprimer : Telegram ne supprime que ce qui date de moins de 48 heures.

# Verrouiller une discussion
lock-offer =
    🔒 Verrouillez cette discussion : pendant ce temps, l'autre personne ne peut pas la quitter par « { button-next } » ou « { button-stop } ». Vous, vous le pouvez, mais le temps qui reste est alors perdu. Bloquer et signaler marchent toujours, pour les deux.

    Un crédit est une minute. Vous en avez : { $credits }
lock-minutes = { $minutes } min
lock-minutes-for = { $minutes } min · { $stars } ⭐
lock-chosen = 🔒 { $minutes } min
lock-short = Ce verrou demande { n-minutes-credits }, et vous en avez { $credits }. Achetez-les ici : le verrou commence dès qu'ils sont payés.
lock-short-not-sold = Ce verrou demande { n-minutes-credits }, et vous en avez { $credits }. Il n'y en a pas à vendre en ce moment.
lock-running = 🔒 Cette discussion est déjà verrouillée, encore { $minutes } min.
lock-off = 🔓 On ne peut pas verrouiller de discussion en ce moment.
lock-not-offered = Cette durée n'est plus proposée. Appuyez de nouveau sur « { button-lock } ».
lock-over = Cette discussion est terminée, il n'y a rien à verrouiller. Vos crédits sont intacts.
lock-not-begun = La discussion était terminée ou déjà verrouillée, alors votre verrou n'a pas commencé. Crédits rendus : { $credits }
lock-began-own = 🔒 Vous avez verrouillé cette discussion pour { $minutes } min. Si vous partez avant, le temps qui reste est perdu.
lock-began = 🔒 L'autre personne aimerait continuer à parler et a verrouillé cette discussion pour { $minutes } min. Ensuite « { button-next } » et « { button-stop } » marchent de nouveau. « { button-block } » et « { button-report } » marchent toujours.
lock-ended-own = 🔓 Votre verrou a pris fin. L'autre personne peut de nouveau partir.
lock-ended = 🔓 Le verrou est levé : vous pouvez partir quand vous voulez.
lock-holds = 🔒 L'autre personne a verrouillé cette discussion. Vous pouvez partir dans { $minutes } min. Si quelque chose ne va pas, « { button-block } » et « { button-report } » y mettent fin aussitôt.
lock-returned = ↩️ La discussion a pris fin avant votre verrou. Crédits rendus : { $credits }
lock-kept = 💳 Vos crédits de verrou sont là, mais cette discussion ne peut pas être verrouillée maintenant. Ils restent à vous pour une autre fois : { $credits }

# Commandes, telles que Telegram les montre dans son menu
command-find = Trouver quelqu'un
command-next = Personne suivante
command-stop = Terminer la discussion ou la recherche
command-block = Bloquer l'autre personne
command-report = Signaler l'autre personne à l'équipe ; possible jusqu'à 24 heures après la discussion
command-lock = Garder l'autre personne dans la discussion un moment
command-del = À envoyer en réponse à l'un de vos messages pour le supprimer chez l'autre personne
