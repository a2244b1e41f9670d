# Boutons. Leur texte revient au bot comme message : deux d'entre eux ne doivent jamais être identiques.
button-profile = 👤 Profil
button-help = ❓ Aide
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
welcome-chat = Ici, tu discutes en tête-à-tête avec des inconnus, anonymement. Ils ne voient jamais ton nom, ton numéro ni ton profil, et tu peux partir à tout moment.
welcome-terms = En continuant, tu acceptes les conditions (/terms) et la politique de confidentialité (/privacy). Tu dois avoir { $minimumAge } ans ou plus.
ask-gender = Quel est ton genre ?
ask-age = Quel âge as-tu ? Envoie ton âge en chiffres, par exemple 27.
bad-age = Il me faut ton âge en chiffres, de 13 à 120, par exemple 27.
age-locked = Un âge inférieur à 18 ans ne peut pas être remplacé ici par 18 ans ou plus. Si c'était une erreur, écris à l'assistance : /help
age-refused =
    Merci pour ta franchise. Ici, on rencontre des inconnus : c'est donc réservé aux personnes de { $minimumAge } ans ou plus, et je ne peux pas te laisser entrer.
age-refused-no-chat = Merci pour votre franchise. C'est réservé aux personnes de { $minimumAge } ans et plus, et je ne peux pas vous laisser entrer.
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
age-below-minimum = Il faut désormais avoir { $minimumAge } ans ou plus ici, et ton profil indique { $age } : on ne peut trouver personne pour toi ni rien te vendre, et ce qui se renouvelle est rendu. Ton profil reste tel quel. /profile le montre, /deletemydata l'efface.
menu = Tout est prêt. Appuie sur « { button-find } » pour rencontrer quelqu'un.
menu-no-chat = Tout est prêt. Que voulez-vous faire ?
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
profile-no-chat =
    👤 Ton profil

    Âge : { $age }
    Langue : { $language }
language-set = À partir de maintenant, je parle français.

# Pages
has-chat = 💬 Discute avec des inconnus, une personne à la fois, sans noms.
has-groups = 👥 De l'ordre dans les groupes : ajoutez-moi au vôtre et nommez-moi administrateur.
has-shop = 🛍 Les créateurs et ce qu'ils vendent, contre des étoiles : /models
help-chat = Dans une discussion, écris, tout simplement : textes, photos, vocaux, stickers, albums, réponses, modifications et réactions, tout arrive chez l'autre personne.
not-here = Ce bot ne fait pas cela. Voici ce qu'il fait :
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
    Tes messages passent par ce bot pour arriver chez l'autre personne. Leur texte n'est pas stocké ; le lien entre chacun de tes messages et sa copie chez l'autre personne est conservé jusqu'à 24 heures après la discussion, pour que les réponses, modifications, réactions et suppressions fonctionnent. Ce que vous écrivez à /support, ou comme recours, va à notre équipe ; cela et les réponses sont conservés { n-days }.
    L'autre personne voit ton genre, ta tranche d'âge et ta langue. Jamais ton nom, ton numéro ni ton identifiant. Un contact ou une position n'est envoyé qu'après ta confirmation.
    On conserve ce que tu as payé en Stars et ce que tu as reçu pour cela. Le paiement lui-même est à Telegram : nous ne voyons aucune carte.
    D'un signalement, on conserve le motif, les deux personnes et la décision de l'équipe.
    Si tu es venu par le lien d'un ami : à qui il était. De ce que tu gagnes par le tien : les parts et les versements. Aucun de vous n'apprend qui est l'autre.
    D'une discussion que tu as verrouillée, on conserve les minutes, l'heure et ce qui en est revenu.
    /mydata te l'envoie, /deletemydata le supprime.
privacy-names = Sont aussi conservés ton nom et ton @nom d'utilisateur de Telegram, pour notre équipe seulement, qui te retrouve ainsi ; personne que tu rencontres ne les voit.
privacy-no-names = Ton nom et ton @nom d'utilisateur ne sont pas conservés.

# Dans une discussion
ask-after-chat = Tu es dans une conversation. Cela pourra se faire quand elle sera finie.
answer-in-chat = ✋ Je venais de te poser une question, donc ceci n'a été envoyé à personne. Ma question ne tient plus : ce que tu écris à partir de maintenant va à l'autre personne.

# Avant la première discussion
join-channels = 📣 Pour continuer ici, rejoins d'abord ce qui suit. Puis appuie sur « { button-joined } ».

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
support-answer = 💬 Réponse de notre équipe. Pour lui écrire, répondez à ce message ou appuyez sur le bouton en dessous.
support-closed = ✅ Notre équipe a clos votre question. Il reste quelque chose ? Écrivez de nouveau : /support
support-reply-ask = 💬 Écrivez votre réponse : votre prochain message va à notre équipe, et à personne d'autre.
support-reply-in-chat = 💬 Vous êtes dans une conversation : ce que vous écrivez va à l'autre personne. Répondez au message de l'équipe lui-même (appuyez longuement, puis Répondre), et seule l'équipe le reçoit.
button-support-reply = ↩️ Répondre

# Tes données
mydata = 📄 Tout ce qui est conservé sur toi. Les personnes que tu as croisées ou bloquées sont seulement comptées : l'identité de personne n'est révélée, la tienne non plus.
deletemydata =
    🗑 Supprimer tout ce qui est conservé sur toi ?

    Supprimé : langue, genre, âge, préférences, temps VIP, conditions acceptées, nombre de discussions, qui tu as croisé et bloqué, ce que vous et notre équipe vous êtes écrit, ton lien d'invitation et les Stars gagnées par lui, même si tu as demandé un versement. Change-les ou fais-les verser d'abord. Une discussion ou une recherche s'arrête aussitôt.
    Conservé : si tu es exclu ou as été refusé pour ton âge, cela reste, sous un code au lieu de ton id, car supprimer ne doit pas l'annuler. Ce que l'équipe a fait reste noté sous ce code aussi, et comment tes signalements ont été jugés. Les paiements restent dans nos comptes sous un code, avec le numéro de débit de Telegram ; les crédits restants sont perdus, et plus rien n'est débité. Si tu as été invité ou as invité quelqu'un, un code dit que tu étais là, pour qu'une invitation ne compte qu'une fois. Quel message est quelle copie dans une discussion disparaît 24 heures après. Ce qui est dans cette fenêtre et chez les autres reste chez Telegram.

    C'est irréversible.
data-deleted = 🗑 Supprimé. Si tu reviens un jour, /start recommence à zéro.
not-deleted = Rien n'a été supprimé.

# Commandes, telles que Telegram les montre dans son menu
command-start = Commencer ou revenir au menu
command-profile = Ton profil
command-preferences = Vos préférences
command-language = Changer de langue
command-help = Aide
command-terms = Conditions
command-privacy = Confidentialité
command-support = Écrire à notre équipe
command-mydata = Ce qui est conservé sur toi
command-deletemydata = Supprimer ce qui est conservé sur toi
