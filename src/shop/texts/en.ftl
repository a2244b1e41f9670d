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
