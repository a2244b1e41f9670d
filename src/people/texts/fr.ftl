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
choose-language = 👋 Bienvenue ! Dans quelle langue parlons-nous ?
welcome-chat = Ici, vous discutez en tête-à-tête avec des inconnus, anonymement. Ils ne voient jamais votre nom, votre numéro ni votre profil, et vous pouvez partir à tout moment.
welcome-terms = En continuant, vous acceptez les conditions (/terms) et la politique de confidentialité (/privacy). Vous devez avoir { $minimumAge } ans ou plus.
ask-gender = Quel est votre genre ?
ask-age = Quel âge avez-vous ? Envoyez votre âge en chiffres, par exemple 27.
bad-age = Il me faut votre âge en chiffres, de 13 à 120, par exemple 27.
age-locked = Un âge inférieur à 18 ans ne peut pas être remplacé ici par 18 ans ou plus. Si c'était une erreur, écrivez à l'assistance : /help
age-refused =
    Merci pour votre franchise. Ici, on rencontre des inconnus : c'est donc réservé aux personnes de { $minimumAge } ans ou plus, et je ne peux pas vous laisser entrer.
age-refused-no-chat = Merci pour votre franchise. C'est réservé aux personnes de { $minimumAge } ans et plus, et je ne peux pas vous laisser entrer.
age-refused-kept =
    Votre genre, votre âge et vos préférences sont effacés, et plus rien n'est prélevé. Sont conservés ce refus, votre langue et les bots où vous êtes passé. Si vous étiez déjà là avant, vos achats, vos invitations, vos blocages et les signalements restent aussi : /mydata montre tout, /deletemydata efface tout.
age-refused-appeal = Si cet âge était une erreur, écrivez à { $contact } et l'équipe regardera.
age-refused-no-contact = Si cet âge était une erreur, demandez aux responsables de ce bot de regarder.
banned-until = ⛔ Vous êtes exclu de ce bot jusqu’au { $until }. Motif : { $reason }
banned-for-good = ⛔ Vous êtes exclu définitivement de ce bot. Motif : { $reason }
banned-under-review = ⏸ Vous avez été signalé : vous ne rencontrerez personne ici tant que l'équipe n'aura pas regardé.
appeal-offer = C'est une erreur ? Vous pouvez contester une fois.
appeal-ask = Écrivez un message qui explique pourquoi, et l'équipe le lira. Il n'y en a qu'un.
appeal-passed = 🙏 Merci. L'équipe va le lire et vous répondra ici.
appeal-already = Vous avez déjà contesté. On ne peut le faire qu'une fois.
appeal-failed = Votre contestation n'a pas pu être transmise. Réessayez plus tard.
appeal-lifted = ✅ L'équipe vous croit : l'exclusion est levée. Envoyez /start pour continuer.
appeal-kept = L'équipe a lu votre contestation, et l'exclusion est maintenue.
age-appeal-kept = L'équipe a lu votre contestation, et le refus est maintenu.
age-lifted = ✅ L'équipe vous croit : vous pouvez recommencer. Envoyez /start et indiquez votre âge réel.
age-below-minimum = Il faut désormais avoir { $minimumAge } ans ou plus ici, et votre profil indique { $age } : on ne peut trouver personne pour vous ni rien vous vendre, et ce qui se renouvelle est rendu. Votre profil reste tel quel. /profile le montre, /deletemydata l'efface.
menu = Tout est prêt. Appuyez sur « { button-find } » pour rencontrer quelqu'un.
menu-no-chat = Tout est prêt. Que voulez-vous faire ?
menu-again = Que voulez-vous faire ?
unknown-payload = Je ne connais pas ce lien, alors voici le menu.
saved = C'est enregistré.

profile =
    👤 Votre profil

    Genre : { $gender }
    Âge : { $age }
    Langue : { $language }
    Discussions jusqu'ici : { $chats }

    Les inconnus voient votre genre, votre tranche d'âge et votre langue. Rien d'autre.
profile-no-chat =
    👤 Votre profil

    Âge : { $age }
    Langue : { $language }
language-set = À partir de maintenant, je parle français.

# Pages
has-chat = 💬 Discutez avec des inconnus, une personne à la fois, sans noms.
has-groups = 👥 De l'ordre dans les groupes : ajoutez-moi au vôtre et nommez-moi administrateur.
has-shop = 🛍 Les créateurs et ce qu'ils vendent, contre des Stars : /models
help-chat = Dans une discussion, écrivez, tout simplement : textes, photos, vocaux, stickers, albums, réponses, modifications et réactions, tout arrive chez l'autre personne.
not-here = Ce bot ne fait pas cela. Voici ce qu'il fait :
help-contact = Des questions ? { $contact }
terms =
    📜 Conditions, version { $version }

    1. Vous avez { $minimumAge } ans ou plus.
    2. Respectez les autres. Pas de menaces, de harcèlement, de haine, de spam, d'arnaques ni de demandes d'argent.
    3. Rien de sexuel impliquant des mineurs, et rien d'illégal. Ces faits sont signalés.
    4. Ne partagez pas les données des autres, et réfléchissez bien avant de partager les vôtres.
    5. Toute personne qui enfreint les règles peut être exclue.
    6. Ce qui est vendu ici est débité en Telegram Stars. Ce qui n'a pas du tout servi est rendu sur demande : /paysupport
terms-accepted = ✅ Vous avez accepté cette version.
terms-not-accepted = Vous n'avez pas encore accepté cette version.
terms-thanks = Merci. Les conditions sont acceptées.
terms-changed = Nos conditions ont changé. Lisez-les et acceptez-les avant de continuer, s'il vous plaît.
privacy =
    🔐 Confidentialité

    Ce qui est conservé : votre identifiant Telegram, votre langue, votre genre, votre âge, la date à laquelle vous avez accepté les conditions, le nombre de vos discussions, les personnes que vous avez bloquées et, pendant 20 minutes, celles que vous avez rencontrées.
    Également conservé : quels messages envoyés à tout le monde vous ont atteint, pendant quelques mois, et si vous en voulez moins.
    Vos messages passent par ce bot pour arriver chez l'autre personne. Leur texte n'est pas stocké ; le lien entre chacun de vos messages et sa copie chez l'autre personne est conservé jusqu'à 24 heures après la discussion, pour que les réponses, modifications, réactions et suppressions fonctionnent. Ce que vous écrivez à /support, ou comme recours, va à notre équipe ; cela et les réponses sont conservés { n-days }.
    L'autre personne voit votre genre, votre tranche d'âge et votre langue. Jamais votre nom, votre numéro ni votre identifiant. Un contact ou une position n'est envoyé qu'après votre confirmation.
    On conserve ce que vous avez payé en Stars et ce que vous avez reçu pour cela. Le paiement lui-même est à Telegram : nous ne voyons aucune carte.
    D'un signalement, on conserve le motif, les deux personnes et la décision de l'équipe.
    Si vous êtes venu par le lien d'un ami : à qui il était. De ce que vous gagnez par le vôtre : les parts et les versements. Aucun de vous n'apprend qui est l'autre.
    D'une discussion que vous avez verrouillée, on conserve les minutes, l'heure et ce qui en est revenu.
    /mydata vous l'envoie, /deletemydata le supprime.
privacy-names = Sont aussi conservés votre nom et votre @nom d'utilisateur de Telegram, pour notre équipe seulement, qui vous retrouve ainsi ; personne que vous rencontrez ne les voit.
privacy-no-names = Votre nom et votre @nom d'utilisateur ne sont pas conservés.

# Dans une discussion
ask-after-chat = Vous êtes dans une conversation. Cela pourra se faire quand elle sera finie.
answer-in-chat = ✋ Je venais de vous poser une question, donc ceci n'a été envoyé à personne. Ma question ne tient plus : ce que vous écrivez à partir de maintenant va à l'autre personne.

# Avant la première discussion
join-channels = 📣 Pour continuer ici, rejoignez d'abord ce qui suit. Puis appuyez sur « { button-joined } ».

# Préférences
preferences = ⭐ Qui aimeriez-vous rencontrer ?
preferences-saved = ⭐ C'est enregistré. Ça vaut dès votre prochaine recherche. Qui aimeriez-vous rencontrer ?
preferences-vip = ⭐ Choisir qui l'on rencontre est réservé aux VIP : ils passent en premier dans chaque recherche et choisissent Homme, Femme, Autre ou peu importe. Sans VIP, vous rencontrez n'importe qui.
preferences-off = Il n'y a pas de préférences ici pour le moment : chacun rencontre n'importe qui.

# Support
support-ask = 💬 Écrivez un message à notre équipe : texte, photo, vocal, tout ce qui peut aider. Votre prochain message lui est envoyé, avec votre id Telegram et votre langue, et à personne d'autre.
support-in-chat = 💬 Vous êtes dans une conversation : ce que vous écrivez va à l'autre personne. Pour notre équipe, écrivez-le derrière la commande, et personne d'autre ne le reçoit : /support ce qui ne va pas
support-sent = ✅ Envoyé à notre équipe. La réponse arrivera ici.
support-cant = ⚠️ Un message de ce genre ne peut pas être envoyé à l'équipe. Recommencez avec /support.
support-wait = ⏳ Vous venez d'écrire plusieurs fois à l'équipe. Attendez une minute, puis recommencez avec /support.
support-answer = 💬 Réponse de notre équipe. Pour lui écrire, répondez à ce message ou appuyez sur le bouton en dessous.
support-closed = ✅ Notre équipe a clos votre question. Il reste quelque chose ? Écrivez de nouveau : /support
support-reply-ask = 💬 Écrivez votre réponse : votre prochain message va à notre équipe, et à personne d'autre.
support-reply-in-chat = 💬 Vous êtes dans une conversation : ce que vous écrivez va à l'autre personne. Répondez au message de l'équipe lui-même (appuyez longuement, puis Répondre), et seule l'équipe le reçoit.
button-support-reply = ↩️ Répondre

# Vos données
mydata = 📄 Tout ce qui est conservé sur vous. Les personnes que vous avez croisées ou bloquées sont seulement comptées : l'identité de personne n'est révélée, la vôtre non plus.
deletemydata =
    🗑 Supprimer tout ce qui est conservé sur vous ?

    Supprimé : langue, genre, âge, préférences, temps VIP, conditions acceptées, nombre de discussions, qui vous avez croisé et bloqué, ce que vous et notre équipe vous êtes écrit, votre lien d'invitation et les Stars gagnées par lui, même si vous avez demandé un versement. Changez-les ou faites-les verser d'abord. Une discussion ou une recherche s'arrête aussitôt.
    Conservé : si vous êtes exclu ou avez été refusé pour votre âge, cela reste, sous un code au lieu de votre id, car supprimer ne doit pas l'annuler. Ce que l'équipe a fait reste noté sous ce code aussi, et comment vos signalements ont été jugés. Les paiements restent dans nos comptes sous un code, avec le numéro de débit de Telegram ; les crédits restants sont perdus, et plus rien n'est débité. Si vous avez été invité ou avez invité quelqu'un, un code dit que vous étiez là, pour qu'une invitation ne compte qu'une fois. Quel message est quelle copie dans une discussion disparaît 24 heures après. Ce qui est dans cette fenêtre et chez les autres reste chez Telegram.

    C'est irréversible.
data-deleted = 🗑 Supprimé. Si vous revenez un jour, /start recommence à zéro.
not-deleted = Rien n'a été supprimé.

# Commandes, telles que Telegram les montre dans son menu
command-start = Commencer ou revenir au menu
command-profile = Votre profil
command-preferences = Vos préférences
command-language = Changer de langue
command-help = Aide
command-terms = Conditions
command-privacy = Confidentialité
command-support = Écrire à notre équipe
command-mydata = Ce qui est conservé sur vous
command-deletemydata = Supprimer ce qui est conservé sur vous
