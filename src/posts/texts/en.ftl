# Posting in a group
group-post-staff-only = Only whoever runs me may have me post here.
group-post-wait = ⏳ Not yet. The next post may go out in { $time }.
group-post-how = Write /post and the text behind it, or reply with /post to a text, photo, video, animation or document.
