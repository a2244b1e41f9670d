# Numbers with their nouns, for the texts below.
n-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
n-hours = { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
n-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
n-minutes-credits = { $minutes ->
    [one] { $minutes } crédit
   *[other] { $minutes } crédits
}
n-credits = { $credits ->
    [one] { $credits } crédit
   *[other] { $credits } crédits
}
n-credits-minutes = { $credits ->
    [one] { $credits } minute
   *[other] { $credits } minutes
}
n-credits-ai = { $credits ->
    [one] { $credits } crédit d'IA
   *[other] { $credits } crédits d'IA
}
n-credits-lock = { $credits ->
    [one] { $credits } crédit de verrou
   *[other] { $credits } crédits de verrou
}
n-amount-ai = { $amount ->
    [one] { $amount } crédit d'IA
   *[other] { $amount } crédits d'IA
}
n-amount-lock = { $amount ->
    [one] { $amount } crédit de verrou
   *[other] { $amount } crédits de verrou
}
n-stars = { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
n-stars-back = { $stars ->
    [one] { $stars } Star rendue
   *[other] { $stars } Stars rendues
}
n-minimum = { $minimum ->
    [one] { $minimum } Star
   *[other] { $minimum } Stars
}
n-spendable = { $spendable ->
    [one] { $spendable } Star
   *[other] { $spendable } Stars
}

# Boutons. Leur texte revient au bot comme message : deux d'entre eux ne doivent jamais être identiques.
button-find = 🔍 Chercher
button-profile = 👤 Profil
button-help = ❓ Aide
button-next = ⏭ Suivant
button-stop = ⏹ Arrêter
button-block = 🚫 Bloquer
button-report = 🚩 Signaler
button-lock = 🔒 Verrouiller
button-cancel = Annuler la recherche
button-stop-search = Arrêter de chercher
button-widen = Peu importe qui
button-notify = 🔔 Préviens-moi
button-share = Partager
button-dont-share = Ne pas partager
button-open-there = Ouvrir
button-end-there = Terminer là-bas
button-edit-gender = Modifier le genre
button-edit-age = Modifier l'âge
button-edit-language = Modifier la langue
button-preferences = ⭐ Qui rencontrer
button-join = Rejoindre { $channel }
button-joined = ✅ C'est fait
button-delete-data = Tout supprimer
button-keep-data = Garder
button-accept-terms = J'accepte
button-appeal = 🙏 Contester

gender-male = Homme
gender-female = Femme
gender-other = Autre
wish-any = Peu importe

# L'entrée
choose-language = 👋 Bienvenue ! On se parle en quelle langue ?
welcome =
    Ici, tu discutes en tête-à-tête avec des inconnus, anonymement. Ils ne voient jamais ton nom, ton numéro ni ton profil, et tu peux partir à tout moment.

    En continuant, tu acceptes les conditions (/terms) et la politique de confidentialité (/privacy). Tu dois avoir { $minimumAge } ans ou plus.
ask-gender = Quel est ton genre ?
ask-age = Quel âge as-tu ? Envoie ton âge en chiffres, par exemple 27.
bad-age = Il me faut ton âge en chiffres, de 13 à 120, par exemple 27.
age-locked = Un âge inférieur à 18 ans ne peut pas être remplacé ici par 18 ans ou plus. Si c'était une erreur, écris à l'assistance : /help
age-refused =
    Merci pour ta franchise. Ici, on rencontre des inconnus : c'est donc réservé aux personnes de { $minimumAge } ans ou plus, et je ne peux pas te laisser entrer.
age-refused-kept =
    Ton genre, ton âge et tes préférences sont effacés, et plus rien n'est prélevé. Sont conservés ce refus, ta langue et les bots où tu es passé. Si tu étais déjà là avant, tes achats, tes invitations, tes blocages et les signalements restent aussi : /mydata montre tout, /deletemydata efface tout.
age-refused-appeal = Si cet âge était une erreur, écris à { $contact } et l'équipe regardera.
age-refused-no-contact = Si cet âge était une erreur, demande aux responsables de ce bot de regarder.
banned-until = ⛔ Tu es exclu de ce bot jusqu’au { $until }. Motif : { $reason }
banned-for-good = ⛔ Tu es exclu définitivement de ce bot. Motif : { $reason }
banned-under-review = ⏸ Tu as été signalé : tu ne rencontreras personne ici tant que l'équipe n'aura pas regardé.
appeal-offer = C'est une erreur ? Tu peux contester une fois.
appeal-ask = Écris un message qui explique pourquoi, et l'équipe le lira. Il n'y en a qu'un.
appeal-passed = 🙏 Merci. L'équipe va le lire et te répondra ici.
appeal-already = Tu as déjà contesté. On ne peut le faire qu'une fois.
appeal-failed = Ta contestation n'a pas pu être transmise. Réessaie plus tard.
appeal-lifted = ✅ L'équipe te croit : l'exclusion est levée. Envoie /start pour continuer.
appeal-kept = L'équipe a lu ta contestation, et l'exclusion est maintenue.
age-appeal-kept = L'équipe a lu ta contestation, et le refus est maintenu.
age-lifted = ✅ L'équipe te croit : tu peux recommencer. Envoie /start et indique ton âge réel.
age-lifted-vip = Ton VIP est de nouveau à toi, jusqu'au { $until }.
age-lifted-subscription = Ton abonnement a été arrêté pour que rien ne soit prélevé. Une fois ton profil complet, tu peux le reprendre dans /paysupport.
age-below-minimum = Il faut désormais avoir { $minimumAge } ans ou plus ici, et ton profil indique { $age } : on ne peut trouver personne pour toi ni rien te vendre, et ce qui se renouvelle est rendu. Ton profil reste tel quel. /profile le montre, /deletemydata l'efface.
menu = Tout est prêt. Appuie sur « { button-find } » pour rencontrer quelqu'un.
menu-again = Qu'est-ce que tu veux faire ?
unknown-payload = Je ne connais pas ce lien, alors voici le menu.
saved = C'est enregistré.

profile =
    👤 Ton profil

    Genre : { $gender }
    Âge : { $age }
    Langue : { $language }
    Discussions jusqu'ici : { $chats }

    Les inconnus voient ton genre, ta tranche d'âge et ta langue. Rien d'autre.
language-set = À partir de maintenant, je parle français.

# Pages
help =
    Discute avec des inconnus, une personne à la fois, sans noms.

    /find – trouver quelqu'un
    /next – quitter cette personne et en trouver une autre
    /stop – terminer la discussion ou la recherche
    /block – terminer la discussion et ne plus jamais croiser cette personne
    /report – signaler l'autre personne à l'équipe ; possible jusqu'à 24 heures après la discussion
    /lock – verrouiller la discussion, pour que l'autre personne reste un moment
    /del – à envoyer en réponse à l'un de tes messages pour le supprimer chez l'autre personne
    /premium – passer devant, choisir qui rencontrer
    /credits – tes crédits
    /paysupport – tes paiements, et comment les récupérer
    /profile – ton profil
    /preferences – qui tu aimerais rencontrer
    /invite – inviter des amis, et ce que cela rapporte
    /language – changer de langue
    /terms – les règles
    /privacy – ce qui est conservé sur toi
    /support – écrire à notre équipe
    /mydata – tout ce qui est conservé sur toi, en fichier
    /deletemydata – le supprimer

    Dans une discussion, écris, tout simplement : textes, photos, vocaux, stickers, albums, réponses, modifications et réactions, tout arrive chez l'autre personne.
help-contact = Des questions ? { $contact }
terms =
    📜 Conditions, version { $version }

    1. Tu as { $minimumAge } ans ou plus.
    2. Respecte les autres. Pas de menaces, de harcèlement, de haine, de spam, d'arnaques ni de demandes d'argent.
    3. Rien de sexuel impliquant des mineurs, et rien d'illégal. Ces faits sont signalés.
    4. Ne partage pas les données des autres, et réfléchis bien avant de partager les tiennes.
    5. Toute personne qui enfreint les règles peut être exclue.
    6. Ce qui est vendu ici est débité en Telegram Stars. Ce qui n'a pas du tout servi est rendu sur demande : /paysupport
terms-accepted = ✅ Tu as accepté cette version.
terms-not-accepted = Tu n'as pas encore accepté cette version.
terms-thanks = Merci. Les conditions sont acceptées.
terms-changed = Nos conditions ont changé. Lis-les et accepte-les avant de continuer, s'il te plaît.
privacy =
    🔐 Confidentialité

    Ce qui est conservé : ton identifiant Telegram, ta langue, ton genre, ton âge, la date à laquelle tu as accepté les conditions, le nombre de tes discussions, les personnes que tu as bloquées et, pendant 20 minutes, celles que tu as rencontrées.
    Également conservé : quels messages envoyés à tout le monde t'ont atteint, pendant quelques mois, et si tu en veux moins.
    Tes messages passent par ce bot pour arriver chez l'autre personne. Leur texte n'est pas stocké ; le lien entre chacun de tes messages et sa copie chez l'autre personne est conservé jusqu'à 24 heures après la discussion, pour que les réponses, modifications, réactions et suppressions fonctionnent. Ce que tu écris à /support va à notre équipe ; quel message était le tien est conservé 30 jours.
    L'autre personne voit ton genre, ta tranche d'âge et ta langue. Jamais ton nom, ton numéro ni ton identifiant. Un contact ou une position n'est envoyé qu'après ta confirmation.
    On conserve ce que tu as payé en Stars et ce que tu as reçu pour cela. Le paiement lui-même est à Telegram : nous ne voyons aucune carte.
    D'un signalement, on conserve le motif, les deux personnes et la décision de l'équipe.
    Si tu es venu par le lien d'un ami : à qui il était. De ce que tu gagnes par le tien : les parts et les versements. Aucun de vous n'apprend qui est l'autre.
    D'une discussion que tu as verrouillée, on conserve les minutes, l'heure et ce qui en est revenu.
    /mydata te l'envoie, /deletemydata le supprime.
privacy-names = Sont aussi conservés ton nom et ton @nom d'utilisateur de Telegram, pour notre équipe seulement, qui te retrouve ainsi ; personne que tu rencontres ne les voit.
privacy-no-names = Ton nom et ton @nom d'utilisateur ne sont pas conservés.
review-notice-on_report = 👁 Si une discussion est signalée, l'équipe voit des copies de ses derniers messages. Sinon, seule l'autre personne voit ce que tu écris.
review-notice-all = 👁 L'équipe voit des copies des photos, vidéos, fichiers, stickers et vocaux envoyés dans les discussions, et des derniers messages d'une discussion signalée.
review-notice-off = 👁 L'équipe ne reçoit aucune copie de tes messages.

# La recherche
search-0 = 🔍 Je te cherche quelqu'un…
search-1 = 🔎 Je cherche encore. La bonne compagnie se fait un peu attendre…
search-2 = 🌍 Je cherche plus loin, dans toutes les langues…
search-3 = ☕ C'est calme en ce moment. Je continue de chercher…
search-4 = ⏳ Je cherche toujours. Tu peux laisser la recherche ouverte : je t'écris dès qu'il y a quelqu'un.
search-already = Une recherche est déjà en cours. Je t'écris dès qu'il y a quelqu'un.
search-elsewhere = Une recherche est déjà en cours sur @{ $bot }. C'est là que quelqu'un t'écrira.
search-cancelled = Recherche arrêtée.
search-over = Cette recherche est terminée.
search-none = Tu n'as pas de recherche en cours.
search-nobody = Personne pour l'instant. Qu'est-ce qu'on fait ?
search-ended = Personne n'est venu, alors la recherche est terminée. Réessaie plus tard, il y a des heures plus animées.
search-resumed = 🔄 Cette rencontre n'a pas pu se faire. Je cherche à nouveau.
widened = D'accord, peu importe qui. Je cherche…
notify-set = 🔔 La recherche est arrêtée. Je t'écris dès que quelqu'un veut discuter.
somebody-there = 👀 Quelqu'un cherche à discuter en ce moment même.

# Dans une discussion
match-card =
    🎉 Quelqu'un est là ! Dis bonjour.

    Genre : { $gender }
    Âge : { $age }
    Langue : { $language }
in-chat = Tu es dans une discussion. Écris, tout simplement, ou appuie sur « { button-next } » ou « { button-stop } ».
bot-closed = 🚪 Ce bot a été fermé, ta conversation ou ta recherche est donc terminée.
ask-after-chat = Tu es dans une conversation. Cela pourra se faire quand elle sera finie.
question-over = ✋ Ma question ne tient plus : quelqu'un est là, et ce que tu écris maintenant lui est envoyé. Recommence quand la conversation sera finie.
answer-in-chat = ✋ Je venais de te poser une question, donc ceci n'a été envoyé à personne. Ma question ne tient plus : ce que tu écris à partir de maintenant va à l'autre personne.
in-chat-elsewhere = Tu es dans une conversation sur @{ $bot }. Ouvre-la, ou termine-la d’abord là-bas.
you-left = Tu as quitté la discussion.
you-blocked = 🚫 C'est bloqué. Tu ne croiseras plus cette personne.
partner-left = 👋 L'autre personne a quitté la discussion.
chat-ended-idle = 💤 Le silence a duré longtemps, alors la discussion est terminée.
idle-warning = 💤 Tu es toujours là ? Sans message, la discussion se termine dans { $minutes } min.
after-chat = Cherche quelqu'un d'autre. Tu peux aussi bloquer cette personne pour ne plus jamais la croiser, ou la signaler dans les 24 heures.
already-blocked-gone = Cette discussion est trop ancienne : il n'en reste plus rien.
report-ask = 🚩 Qu'est-ce qui ne va pas ? Le signalement termine la discussion, et tu ne croiseras plus cette personne.
report-reason-spam = Spam ou publicité
report-reason-insults = Insultes ou menaces
report-reason-sexual = Contenu sexuel
report-reason-minor = Quelqu'un de moins de 18 ans
report-reason-scam = Arnaque ou mendicité
report-reason-other = Autre chose
report-thanks = 🚩 Merci, l'équipe va regarder. Tu ne croiseras plus cette personne, et elle ne saura pas qui l'a signalée.
report-already = Tu as déjà signalé cette discussion. L'équipe va regarder.
report-warning = ⚠️ L'équipe a examiné un signalement sur l'une de tes discussions : { $reason }. Respecte les règles (/terms), s'il te plaît, pour que tout le monde se sente bien ici. Si cela se reproduit, tu pourrais être exclu.
ban-reason-spam = spam ou publicité
ban-reason-insults = insultes ou menaces
ban-reason-sexual = contenu sexuel non désiré
ban-reason-minor = âge inférieur au minimum
ban-reason-scam = arnaque ou mendicité
ban-reason-other = non-respect des règles
no-chat = Tu n'es pas dans une discussion. Appuie sur « { button-find } » pour rencontrer quelqu'un.
share-contact = 📇 Ce contact peut révéler qui tu es. Le partager avec l'autre personne ?
share-location = 📍 L'autre personne verra où tu es. Partager ?
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
delete-how = Réponds avec /del au message que tu veux supprimer.
delete-not-yours = Ce message n'est pas l'un des tiens dans cette discussion.
delete-failed = Impossible de le supprimer : Telegram ne supprime que ce qui date de moins de 48 heures.

# Verrouiller une discussion
lock-offer =
    🔒 Verrouille cette discussion : pendant ce temps, l'autre personne ne peut pas la quitter par « { button-next } » ou « { button-stop } ». Toi, tu peux, mais le temps qui reste est alors perdu. Bloquer et signaler marchent toujours, pour les deux.

    Un crédit est une minute. Tu en as : { $credits }
lock-minutes = { $minutes } min
lock-minutes-for = { $minutes } min · { $stars } ⭐
lock-chosen = 🔒 { $minutes } min
lock-short = Ce verrou demande { n-minutes-credits }, et tu en as { $credits }. Achète-les ici : le verrou commence dès qu'ils sont payés.
lock-short-not-sold = Ce verrou demande { n-minutes-credits }, et tu en as { $credits }. Il n'y en a pas à vendre en ce moment.
lock-running = 🔒 Cette discussion est déjà verrouillée, encore { $minutes } min.
lock-off = 🔓 On ne peut pas verrouiller de discussion en ce moment.
lock-not-offered = Cette durée n'est plus proposée. Appuie de nouveau sur « { button-lock } ».
lock-over = Cette discussion est terminée, il n'y a rien à verrouiller. Tes crédits sont intacts.
lock-not-begun = La discussion était terminée ou déjà verrouillée, alors ton verrou n'a pas commencé. Crédits rendus : { $credits }
lock-began-own = 🔒 Tu as verrouillé cette discussion pour { $minutes } min. Si tu pars avant, le temps qui reste est perdu.
lock-began = 🔒 L'autre personne aimerait continuer à parler et a verrouillé cette discussion pour { $minutes } min. Ensuite « { button-next } » et « { button-stop } » marchent de nouveau. « { button-block } » et « { button-report } » marchent toujours.
lock-ended-own = 🔓 Ton verrou a pris fin. L'autre personne peut de nouveau partir.
lock-ended = 🔓 Le verrou est levé : tu peux partir quand tu veux.
lock-holds = 🔒 L'autre personne a verrouillé cette discussion. Tu peux partir dans { $minutes } min. Si quelque chose ne va pas, « { button-block } » et « { button-report } » y mettent fin aussitôt.
lock-returned = ↩️ La discussion a pris fin avant ton verrou. Crédits rendus : { $credits }
lock-kept = 💳 Tes crédits de verrou sont là, mais cette discussion ne peut pas être verrouillée maintenant. Ils restent à toi pour une autre fois : { $credits }

# Avant la première discussion
join-channels = 📣 Pour discuter ici, rejoins d'abord ce qui suit. Puis appuie sur « { button-joined } ».

# Préférences
preferences = ⭐ Qui aimerais-tu rencontrer ?
preferences-saved = ⭐ C'est enregistré. Ça vaut dès ta prochaine recherche. Qui aimerais-tu rencontrer ?
preferences-vip = ⭐ Choisir qui l'on rencontre est réservé aux VIP : ils passent en premier dans chaque recherche et choisissent Homme, Femme, Autre ou peu importe. Sans VIP, tu rencontres n'importe qui.
preferences-off = Il n'y a pas de préférences ici pour le moment : chacun rencontre n'importe qui.

# Support
support-ask = 💬 Écris un message à notre équipe : texte, photo, vocal, tout ce qui peut aider. Ton prochain message lui est envoyé, avec ton id Telegram et ta langue, et à personne d'autre.
support-in-chat = 💬 Tu es dans une conversation : ce que tu écris va à l'autre personne. Pour notre équipe, écris-le derrière la commande, et personne d'autre ne le reçoit : /support ce qui ne va pas
support-sent = ✅ Envoyé à notre équipe. La réponse arrivera ici.
support-cant = ⚠️ Un message de ce genre ne peut pas être envoyé à l'équipe. Recommence avec /support.
support-wait = ⏳ Tu viens d'écrire plusieurs fois à l'équipe. Attends une minute, puis recommence avec /support.
support-none = Il n'y a pas de contact pour les questions ici.
support-answer = 💬 Réponse de notre équipe. Pour lui écrire : /support

# Tes données
mydata = 📄 Tout ce qui est conservé sur toi. Les personnes que tu as croisées ou bloquées sont seulement comptées : l'identité de personne n'est révélée, la tienne non plus.
deletemydata =
    🗑 Supprimer tout ce qui est conservé sur toi ?

    Supprimé : langue, genre, âge, préférences, temps VIP, conditions acceptées, nombre de discussions, qui tu as croisé et bloqué, le lien de tes messages avec le support, ton lien d'invitation et les Stars gagnées par lui, même si tu as demandé un versement. Change-les ou fais-les verser d'abord. Une discussion ou une recherche s'arrête aussitôt.
    Conservé : si tu es exclu ou as été refusé pour ton âge, cela reste, sous un code au lieu de ton id, car supprimer ne doit pas l'annuler. Ce que l'équipe a fait reste noté sous ce code aussi, et comment tes signalements ont été jugés. Les paiements restent dans nos comptes sous un code, avec le numéro de débit de Telegram ; les crédits restants sont perdus, et plus rien n'est débité. Si tu as été invité ou as invité quelqu'un, un code dit que tu étais là, pour qu'une invitation ne compte qu'une fois. Quel message est quelle copie dans une discussion disparaît 24 heures après. Ce qui est dans cette fenêtre et chez les autres reste chez Telegram.

    C'est irréversible.
data-deleted = 🗑 Supprimé. Si tu reviens un jour, /start recommence à zéro.
not-deleted = Rien n'a été supprimé.

# Commandes, telles que Telegram les montre dans son menu
command-start = Commencer ou revenir au menu
command-find = Trouver quelqu'un
command-next = Personne suivante
command-stop = Terminer la discussion ou la recherche
command-block = Bloquer l'autre personne
command-report = Signaler l'autre personne
command-lock = Garder l'autre personne dans la discussion un moment
command-del = Supprimer un message (en réponse)
command-profile = Ton profil
command-preferences = Qui tu aimerais rencontrer
command-language = Changer de langue
command-help = Aide
command-terms = Conditions
command-privacy = Confidentialité
command-support = Écrire à notre équipe
command-mydata = Ce qui est conservé sur toi
command-deletemydata = Supprimer ce qui est conservé sur toi

# Argent
button-premium = ⭐ Acheter Premium
button-plan = { n-days } · ⭐ { $stars }
button-plan-monthly = Tous les { n-days } · ⭐ { $stars }
button-subscribe = S'abonner pour ⭐ { $stars }
button-unsubscribe = Annuler : { $title }
button-resume = Reprendre : { $title }
button-refund = ↩️ Rembourser n° { $no } : { $title } (⭐ { $stars })
button-pack = { n-credits-ai } · ⭐ { $stars }
button-ai-month = { n-credits-ai } par mois · ⭐ { $stars }
button-ai-year = { $credits } par mois pendant un an · ⭐ { $stars }
command-premium = Premium : passer devant, choisir qui rencontrer
command-credits = Tes crédits
command-paysupport = Paiements et remboursements
order-vip = VIP pour { n-days }
order-vip-about = Passe devant et choisis qui rencontrer pendant { n-days }, ajoutés à ce que tu as déjà.
order-vip-monthly-about = Passe devant et choisis qui rencontrer. Débité tous les { n-days } jusqu'à ce que tu annules, quand tu veux.
order-lock = { n-credits-lock }
order-lock-about = { n-credits-minutes } pendant lesquelles l'autre personne ne peut pas partir. Ce qui reste est à toi.
order-pack = { n-credits-ai }
order-pack-about = { n-credits } pour des images et des vidéos. Ils restent jusqu'à ce que tu t'en serves.
order-ai-month = Crédits d'IA chaque mois
order-ai-month-about = { n-credits } pour des images et des vidéos tous les 30 jours. Débité chaque fois jusqu'à ce que tu annules.
order-ai-year = Crédits d'IA pour un an
order-ai-year-about = { n-credits } pour images et vidéos tous les 30 jours, pendant 365 jours. Payé une fois.
thanks-vip = ⭐ Merci ! Tu es VIP jusqu'au { $until } : tu passes devant, et /preferences te laisse choisir qui rencontrer. Dès la prochaine recherche.
thanks-gone = Ton paiement est arrivé et a été annulé depuis. Voir /paysupport.
thanks-lock = 🔒 Merci ! Crédits de verrou arrivés : { $credits } ; tu en as { $balance }.
thanks-pack = 🎨 Merci ! Crédits d'IA arrivés : { $credits } ; tu en as { $balance }.
thanks-ai = 🎨 Merci ! Tu reçois { n-credits-ai } tous les 30 jours, jusqu'au { $until }.
paid-again = Tu as payé cette facture deux fois. Les deux paiements comptent ; si c'est une erreur, /paysupport rend celui qui n'a pas servi.
premium =
    ⭐ Premium
    Tu passes devant tout le monde et tu choisis qui rencontrer.
premium-until =
    ⭐ Tu es VIP jusqu'au { $until }.
    Tu aimerais rencontrer : { $wish }
premium-choose = Choisis une formule. Les jours s'ajoutent à ceux que tu as.
premium-off = Premium n'est pas en vente en ce moment.
premium-past = Tes achats :
premium-in-chat = Tu es dans une discussion. Premium s'achète quand elle est finie.
payment-credited = { $day } · n° { $no } · { $title } · ⭐ { $stars }
payment-refunding = { $day } · n° { $no } · { $title } · ⭐ { $stars } · en cours de remboursement
payment-refunded = { $day } · n° { $no } · { $title } · ⭐ { $stars } · remboursé
subscription-active = 🔁 { $title } : renouvelé le { $until }.
subscription-cancelled = 🔁 { $title } : annulé, court jusqu'au { $until }.
subscription-failed = ⚠️ { $title } : le renouvellement a échoué ; ce qui est payé court jusqu'au { $until }.
subscription-now-active = 🔁 Ton abonnement continue : renouvellement le { $until }.
subscription-now-cancelled = Ton abonnement est annulé. Ce qui est payé court jusqu'au { $until }.
subscription-now-failed = ⚠️ Telegram n'a pas pu débiter le mois suivant. Ce qui est payé court jusqu'au { $until } ; avec assez de Stars il reprend tout seul, ou rachète : /premium
unsubscribed = C'est fait : plus rien n'est débité. Ce qui est payé court jusqu'au { $until }.
unsubscribe-refused = Telegram ne m'a pas laissé l'annuler. Tu peux le faire toi-même : Paramètres → Mes Stars → Abonnements.
unsubscribe-nothing = Il n'y a rien à annuler : c'est déjà fait.
resume-allowed = Telegram permet la reprise. Confirme-la là-bas : Paramètres → Mes Stars → Abonnements → Renouveler. Je t'écrirai ici.
resume-refused = Telegram ne m'a pas laissé le reprendre. Tu pourras racheter quand il finira : /premium
resume-not_ours = Tu l'as annulé dans Telegram, toi seul peux le reprendre là-bas : Paramètres → Mes Stars → Abonnements.
resume-nothing = Il n'est pas annulé.
vip-expired = Ton temps VIP est fini. Merci ! Tu peux continuer quand tu veux : /premium
credits =
    Tes crédits
    🔒 Pour verrouiller une discussion : { $lock }
    🎨 Pour des images et des vidéos : { $ai }
credits-owed = Crédits remboursés après usage : { $owed }. Les prochains les compensent d'abord.
paysupport =
    💳 Paiements et remboursements
    Ce qui n'a pas du tout servi est rendu aussitôt, sous { n-hours }. Plus tard, ou servi en partie : même bouton, et l'équipe décide.
paysupport-none = Tu n'as rien payé ici.
refund-refunded = ↩️ Tes Stars reviennent ; je t'écrirai ici quand elles seront là.
refund-requested = Ce n'est plus remboursable automatiquement : l'équipe va regarder. La réponse viendra ici.
refund-already_requested = L'équipe l'a déjà sur sa liste, ou y a répondu.
refund-over = Ce paiement est déjà remboursé, ou en cours.
refund-declined = L'équipe a examiné ta demande pour le paiement n° { $no } et ne peut pas le rembourser. Raison : { $reason }
refunded-asked = ↩️ { n-stars-back } : { $title }.
refunded-staff = ↩️ L'équipe t'a rendu { n-stars } : { $title }.
refunded-telegram = ↩️ Telegram t'a rendu { n-stars }, alors ceci est annulé : { $title }.
refunded-other_payer = ↩️ { n-stars-back } : cette facture ({ $title }) était pour quelqu'un d'autre. Demande la tienne : /premium
refunded-wrong_amount = ↩️ { n-stars-back } : ce n'était pas le prix de { $title }. Réessaie.
refunded-banned = ↩️ { n-stars-back } : tu es exclu d'ici, rien ne peut t'être vendu ({ $title }).
refunded-subscribed_twice = ↩️ { n-stars-back } : tu as déjà cet abonnement ({ $title }).
refunded-gone = ↩️ { n-stars-back } : tu n'as pas de profil ici ({ $title }). Appuie sur /start pour en créer un.
checkout-unknown = Je ne connais pas cette facture. Demandes-en une nouvelle : /premium
checkout-paid = Cette facture est déjà payée. Demandes-en une nouvelle : /premium
checkout-expired = Cette facture est trop ancienne. Demandes-en une nouvelle : /premium
checkout-other_payer = Cette facture est pour quelqu'un d'autre. Demande la tienne : /premium
checkout-wrong_amount = Ce n'est pas le prix. Demande une nouvelle facture : /premium
checkout-banned = Tu es exclu d'ici, rien ne peut t'être vendu.
checkout-not_sold = Ceci n'est plus en vente.
checkout-price_changed = Le prix a changé depuis. Regarde le nouveau : /premium
checkout-subscribed = Tu as déjà cet abonnement.
checkout-busy = Je ne peux pas vérifier à l'instant. Rien n'a été débité ; réessaie dans une minute.
gift-vip = 🎁 L'équipe t'offre { n-days } de VIP, jusqu'au { $until }.
gift-lock_credits = 🎁 L'équipe t'offre { n-amount-lock }.
gift-ai_credits = 🎁 L'équipe t'offre { n-amount-ai }.

button-fewer-messages = 🔕 Moins de messages
button-all-messages = 🔔 Tous les messages
fewer-messages-on = 🔕 Tu ne reçois plus ce que nous envoyons à tout le monde, seulement des réponses à ce que tu fais ici.
fewer-messages-off = 🔔 Tu reçois ce que nous envoyons à tout le monde. Tu peux l'arrêter.
# Groups
group-hello = 👋 Je suis au travail ici. Administrateurs : /settings
group-waiting = ⏳ Ce groupe attend l'accord de qui me gère. D'ici là, je ne fais rien ici.
group-admins-only = Seuls les administrateurs de ce groupe le peuvent.
group-right-needed = Je ne peux pas le faire ici. Activez « { $right } » pour moi : Modifier > Administrateurs.
group-right-can_delete_messages = Supprimer des messages
group-right-can_restrict_members = Bannir des utilisateurs
group-right-can_invite_users = Inviter par lien
group-right-can_pin_messages = Épingler des messages
group-not-admin = Je ne peux pas faire cela à un administrateur.
group-needs-supergroup = Cela ne marche que dans les supergroupes.
group-nobody = Je ne sais pas de qui il s'agit. Répondez à un de ses messages ou écrivez son id.
group-refused = Telegram refuse : { $description }
group-off = C'est désactivé ici. Les administrateurs peuvent l'activer dans /settings.
group-how-to = Répondez au message de quelqu'un, par exemple : { $example }
group-time-how = Je ne comprends pas cette durée. Écrivez-la juste après la commande, comme 30m, 12h, 1d ou 2w et au plus 52w : /{ $command } 30m spam. Sans durée, c'est pour toujours.
group-ban-endless = Dans un groupe simple un bannissement n'a pas de fin, je n'ai donc rien fait. Bannissez sans durée, ou faites-en un supergroupe.
group-channel = Une chaîne peut seulement être bannie pour toujours et réadmise : /ban, /unban.
group-open-settings = Les réglages de ce groupe sont dans notre conversation privée.
group-open-settings-anonymous = Appuyez sur le bouton, pour que je sache qui vous êtes.
button-group-settings = ⚙️ Réglages
group-panel = ⚙️ { $title }
group-panel-state-active = Je suis au travail dans ce groupe.
group-panel-state-waiting = Le groupe attend l'accord.
group-panel-state-inactive = Je ne suis pas au travail dans ce groupe.
group-panel-missing = ⚠️ Ce qui est activé demande des droits que je n'ai pas. Activez pour moi : { $rights }
group-panel-texts = Écrivez dans le groupe : /setrules et /setwelcome, suivis du texte.
group-panel-gone = Vous n'êtes pas administrateur de ce groupe, ou je n'y suis plus.
group-option-moderation = Avertissements, /mute et /ban
group-option-link_filter = Pas de liens
group-option-forward_filter = Pas de transferts
group-option-captcha = Question avant d'entrer
group-option-report = /report
group-option-shared_bans = Liste de bannis partagée
group-option-silent = Publications silencieuses
group-option-language = Langue : { $language }
group-option-warn_limit = Avertissements : { $count }
group-option-warn_action-mute = À la limite : muet
group-option-warn_action-ban = À la limite : banni
group-option-who_may_post-staff = Publie : l'équipe
group-option-who_may_post-admins = Publient : les administrateurs
group-option-cooldown_seconds = Entre deux publications : { $time }
group-option-watch = Me signaler les plaintes
group-text-saved = ✅ Enregistré.
group-text-removed = ✅ Retiré. Pour le définir, écrivez-le après la commande.
group-text-too-long = C'est trop long.
group-welcome = 👋 { $name }
group-warned = ⚠️ { $name } : avertissement { $count } sur { $limit }.
group-unwarned = ✅ { $name } : un avertissement de moins, il en reste { $count }.
group-muted = 🔇 { $name } ne peut plus écrire ici.
group-muted-for = 🔇 { $name } ne peut pas écrire ici pendant { $time }.
group-banned = 🚫 { $name } est banni.
group-banned-for = 🚫 { $name } est banni pour { $time }.
group-unmuted = 🔊 { $name } peut écrire à nouveau.
group-unbanned = ✅ { $name } peut revenir.
group-reason = Motif : { $reason }
group-filter-link = Pas de liens ici
group-filter-forward = Pas de messages transférés ici
group-reported = 🚩 Les administrateurs sont prévenus.
group-report-how = Répondez au message en question.
group-report-alert = 🚩 Dans { $title }, un message a été signalé : { $link }
group-post-staff-only = Seule l'équipe qui me gère peut me faire publier ici.
group-post-wait = ⏳ Pas encore. La prochaine publication est possible dans { $time }.
group-post-how = Écris /post suivi du texte, ou réponds avec /post à un texte, une photo, une vidéo, une animation ou un document.
group-captcha = Pour entrer dans { $title }, appuyez sur { $sign } en moins de { n-minutes }.
group-captcha-right = ✅ C'est ça. Bienvenue !
group-captcha-wrong = Ce n'était pas ça. Vous pouvez redemander à entrer.
group-captcha-late = Trop tard. Vous pouvez redemander à entrer.
group-captcha-cant = Je n'ai pas pu vous faire entrer. Les administrateurs du groupe le peuvent.
group-shared-ban = 🚫 Vous ne pouvez pas entrer dans { $title } : { $reason }
group-shared-ban-appeal = Une erreur ? Écrivez à { $contact }.

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
staff-mail-link-subject = Ton lien vers le tableau de bord de Rialto
staff-mail-link =
    Ouvre ce lien et appuie sur le bouton pour te connecter. Il est valable 15 minutes, une fois :

    { $url }

    Tu ne l'as pas demandé ? Supprime ce message, et rien ne se passe.
staff-mail-invitation-subject = Tu es invité dans l'équipe de Rialto
staff-mail-invitation =
    Tu es invité à gérer Rialto, comme { $role }. Ouvre ce lien et appuie sur le bouton pour te connecter. Il est valable sept jours, une fois :

    { $url }
