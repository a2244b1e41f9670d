# Posting in a group
group-post-staff-only = Seule l'équipe qui me gère peut me faire publier ici.
group-post-wait = ⏳ Pas encore. La prochaine publication est possible dans { $time }.
group-post-how = Écrivez /post suivi du texte, ou répondez avec /post à un texte, une photo, une vidéo, une animation ou un document.
