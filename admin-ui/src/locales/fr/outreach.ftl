templates = Modèles
templates-about = Des messages gardés pour commencer : choisissez-en un quand vous écrivez une diffusion ou une publication.
templates-none-about = Écrivez-en un ici, ou gardez ce que vous venez d'écrire.
template-choose = Commencer par un modèle
template-placeholder = Choisissez-en un
template-none-yet = Pas encore de modèle
template-keep = Garder comme modèle
template-kept = Le modèle « { $name } » est gardé.
template-name = Nom du modèle
template-name-taken = Un autre modèle porte ce nom
template-new = Nouveau modèle
template-edit = Modifier le modèle « { $name } »
template-remove = Supprimer le modèle « { $name } »
template-remove-title = Supprimer le modèle « { $name } » ?
template-remove-follows = Ce qui a été écrit avec lui reste tel quel.
template-removed = Le modèle « { $name } » est supprimé.
template-replace-title = Remplacer ce que vous avez écrit par le modèle ?
template-replace-follows = Le texte, le média et les boutons sont remplacés.
template-replace = Remplacer
formatting-mode = Écrit en
mark-bold = Gras
mark-italic = Italique
mark-underline = Souligné
mark-strike = Barré
mark-spoiler = Texte masqué
mark-code = Chasse fixe
mark-pre = Bloc de code
mark-quote = Citation
mark-expandable = Citation dépliable
mark-link = Lien
mark-link-to = Adresse du lien
mark-link-add = Ajouter
campaign-name = Nom
campaign-name-about = Seule l'équipe le voit.
campaign-draft = Brouillon
campaign-scheduled = Programmée
campaign-take-back-running = En cours de retrait
campaign-take-back-done = Retirée
campaigns-filter = Campagnes dans quel état
campaigns-none-found = Aucune dans cet état
campaigns-none-found-about = Choisissez un autre état pour en voir d'autres.
campaign-edit = Modifier
campaign-edit-title = Modifier « { $name } »
campaign-not-editable = Elle a commencé : ce que les gens ont reçu ne peut plus être modifié.
campaign-kept = Le brouillon est gardé.
campaign-planned = La campagne { $id } est programmée.
campaign-unplanned = C'est de nouveau un brouillon.
campaign-duplicated = Une copie est gardée comme brouillon.
campaign-discarded = Le brouillon est jeté.
unplanned-by-itself = Elle n'a pas pu commencer
compose-keep-about = Ce que vous écrivez reste dans cet onglet et, dès que vous le gardez, devient un brouillon pour toute l'équipe.
compose-keep = Garder le brouillon
review-plan = Vérifier et programmer
plan-it = Programmer
plan-title = Programmer pour { $count ->
    [one] { $count } personne ?
   *[other] { $count } personnes ?
}
plan-follows-at = Elle commence le { $time } ; les destinataires sont déterminés à ce moment-là.
plan-follows-change = D'ici là, vous pouvez la modifier, la reporter ou la jeter.
when-tomorrow = Demain à 9 h
time-in-zone = { $time } ({ $zone })
starts-at = Commence
written-by = Écrite par
written-at = Écrite
unplan = Remettre en brouillon
duplicate = Dupliquer
draft-discard = Jeter
draft-discard-title = Jeter ce brouillon ?
draft-discard-follows = Il disparaît pour de bon.
delivery-deleted = Retirés
take-back = Retirer partout
take-back-title = Retrait
take-back-ask = Retirer cette diffusion à tout le monde ?
take-back-post-ask = Retirer cette publication de tous les groupes ?
take-back-follows-deleted = { $count ->
    [0] Plus rien ne peut être supprimé.
    [one] { $count } message est supprimé.
   *[other] { $count } messages sont supprimés.
}
take-back-follows-too-old = { $count ->
    [one] { $count } message a plus de 48 heures et reste : Telegram ne le supprime plus.
   *[other] { $count } messages ont plus de 48 heures et restent : Telegram ne les supprime plus.
}
take-back-follows-unknown = { $count ->
    [one] Pour { $count } personne, on ne sait pas si elle l'a reçu : rien ne peut y être supprimé.
   *[other] Pour { $count } personnes, on ne sait pas si elles l'ont reçu : rien ne peut y être supprimé.
}
take-back-follows-seen = Qui l'a lu l'a lu.
take-back-follows-ends = Elle s'arrête : plus personne ne la reçoit.
take-back-post-follows-ends = Elle s'arrête : aucun autre groupe ne la reçoit.
take-back-begun = Le retrait est en cours.
take-back-running = La suppression est en cours.
take-back-done = Supprimé partout.
take-back-done-some = C'est fait. Certains messages restent.
take-back-deleted = Supprimés
take-back-left = Restent à faire
take-back-too-old = Trop anciens
take-back-refused = Refusés
test-to-me = M'envoyer un essai
test-sent-to-me = L'essai est dans votre Telegram.
test-link-telegram = Pour vous envoyer un essai d'un seul geste, demandez à un propriétaire de saisir votre id Telegram sur la page de l'équipe.
test-sign-in = Connectez-vous par Telegram plutôt qu'avec la clé du propriétaire pour vous envoyer un essai d'un seul geste.
test-unreachable = Doit d'abord démarrer un bot
test-unreachable-me = Aucun bot ne peut vous écrire : ouvrez l'un de vos bots dans Telegram, appuyez sur Démarrer et réessayez.
action-campaign-drafted = Brouillon de diffusion créé
action-campaign-edited = Diffusion modifiée
action-campaign-schedule = Diffusion programmée
action-campaign-unschedule = Diffusion remise en brouillon
action-campaign-start = Diffusion lancée
action-campaign-discarded = Brouillon jeté
action-campaign-taken_back = Diffusion retirée
action-post-taken_back = Publication retirée
action-template-added = Modèle gardé
action-template-changed = Modèle modifié
action-template-removed = Modèle supprimé
medium-choose = Choisir ou envoyer une image ou une vidéo
medium-by-address = Ou un fichier par son adresse
medium-another = Un autre
medium-remove = Le retirer
medium-gone = Le fichier n'existe plus
