order-product-about = { $title }, yours to keep.
order-product-days-about = { $title }, for { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
order-product-monthly-about = { $title }, charged again every 30 days until you cancel.
order-gift = Gift: { $title }
order-gift-about = { $title }, for somebody else: you get a link that one person can open.
order-gift-days-about = { $title } for { $days ->
    [one] { $days } day
   *[other] { $days } days
}, for somebody else: you get a link that one person can open.
order-tip = Tip for { $name }
order-tip-about = Stars for { $name }. Thank you!
thanks-product = ✅ { $title } is yours.
thanks-product-until = ✅ { $title } is yours until { $until }.
thanks-gift = 🎁 { $title } is paid. Whoever opens this link first has it:
    { $link }
thanks-tip = 💛 { $name } gets { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} from you. Thank you!
button-again = Get it again
handover-gaps = { $items ->
    [one] One item may not have arrived.
   *[other] { $items } items may not have arrived.
} Press the button, and everything is sent once more.
product-archived = “{ $title }” is no longer sold. What you paid for stays until { $until }; nothing more is charged.
command-models = Creators and what they sell
command-purchases = My purchases
command-subscriptions = My subscriptions
button-purchases = My purchases
button-subscriptions = My subscriptions
button-buy = Buy
button-gift = Gift it
button-tip = Tip
button-code = I have a code
button-without-code = Without the code
button-share-product = Share
button-cancel-short = Cancel
button-resume-short = Resume
button-links = Send me my links again
button-more = More ›
button-first = « From the beginning
button-try = Try { $days ->
    [one] { $days } day
   *[other] { $days } days
} for free
button-product = { $title } · ⭐ { $stars }
tier-bronze = 🥉 Bronze
tier-silver = 🥈 Silver
tier-gold = 🥇 Gold
tier-platinum = 💎 Platinum
models = Who would you like to see?
models-none = There is nobody here yet.
shop-not-there = That is not there, or not for sale now.
shop-in-chat = You are in a chat. The shop opens when it is over.
with-code = With your code { $code } the prices below are lower.
profile-empty = Nothing is for sale here yet.
tips = How many Stars for { $name }?
product-by = { $title } – { $name }
what-photos = 📷 { $photos ->
    [one] { $photos } photo
   *[other] { $photos } photos
}
what-videos = 🎬 { $videos ->
    [one] { $videos } video
   *[other] { $videos } videos
}
product-days = ⏳ { $days ->
    [one] { $days } day
   *[other] { $days } days
}
product-monthly = 🔁 Every 30 days, until you cancel
product-owned = ✅ It is yours.
product-runs = ✅ Yours until { $until }.
product-paused = It can't be bought at the moment.
price = ⭐ { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
}
price-reduced = ⭐ { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} with { $code } instead of { $before }
price-reference = ({ $reference })
price-monthly = ⭐ { $stars ->
    [one] { $stars } Star
   *[other] { $stars } Stars
} every 30 days
price-none = Given to you
paid-message = { $title } · ⭐ { $stars }
purchases = What you have:
purchases-none = You have nothing here yet: /models
purchase = • { $title } – { $name }
purchase-until = • { $title } – { $name }, until { $until }
subscriptions-none = You have no subscription now: /models
runs-active = 🔁 Renews on { $until }.
runs-cancelled = Cancelled: runs until { $until }, and nothing more is charged.
runs-failed = ⚠️ The renewal failed. What is paid runs until { $until }.
runs-once = Runs until { $until } and ends by itself.
again-coming = It is on its way.
again-gone = You don't have that now.
ask-code = What is your code?
bought-owned = { $title } is yours already. Nothing has to be paid again.
bought-subscribed = You have this subscription already: /subscriptions
bought-sold_out = It is sold out.
bought-code_gone = This code is used up.
bought-had_trial = You had your free days already.
bought-code_over = There is no such code, or its time is over.
bought-code_other = This code is for something else.
bought-code_not_recurring = This code is not for what is charged every month.
gift-over = Somebody has had this gift already, or it was given back.
gift-had = 🎁 { $title } is yours already.
gift-owned = 🎁 You have { $title } already, so the link still works: give it to somebody else.
chat-links = 🚪 { $title }: press a button and ask to join; you are let in at once. The link works for you alone, whoever else has it.
button-ask-to-join = Join { $title }
join-declined = { $title } is for those who bought it. Whoever has it is let in at once; a link alone lets nobody in.
access-ends = ⏳ { $title } ends on { $until }, in { $days ->
    [one] { $days } day
   *[other] { $days } days
}. Buy it again to keep your access.
access-ended = { $title } has ended, and with it your access.
access-stays = { $items ->
    [one] One message stays here
   *[other] { $items } messages stay here
}: Telegram lets a bot delete only what is younger than 48 hours.
