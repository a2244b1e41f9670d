campaign = Кампания
campaigns-about = Сообщения для многих. Идут в темпе Telegram, и никто не получает одно дважды.
campaigns-none = Кампаний пока нет
campaigns-none-about = Напишите сообщение, посмотрите на него, отправьте себе, а потом всем.
campaign-of-broadcast = Рассылка
campaign-title = Кампания { $id }
campaign-kind = Вид
campaign-expanding = Собираем людей
campaign-sending = Отправляется
campaign-paused = На паузе
campaign-cancelling = Завершается
campaign-cancelled = Прервана
campaign-finished = Завершена
progress = Ход
sent-of = { $sent } из { $of } отправлено
settled-of = Готово { $percent } из { $count ->
    [one] { $count } получателя
   *[other] { $count } получателей
}.
still-under-way = То, что уже отправлялось, ещё дойдёт.
paused-by-itself = Остановилась сама
started-by = Кто начал
started-at = Начата
changed-at = Последнее изменение
delivery-queued = Ждут
delivery-sent = Отправлено
delivery-failed = Не удалось
delivery-skipped = Пропущено
delivery-unknown = Неизвестно
delivery-cancelled = Не отправлено
delivery-note = Почему
delivery-message = Номер сообщения
deliveries = Получатели
deliveries-filter = Получатели в каком состоянии
deliveries-none = В этом состоянии никого
deliveries-none-about = Выберите другое состояние.

compose = Новая рассылка
compose-about = Написанное хранится в этой вкладке, пока вы его не отправите.
compose-message = Сообщение
compose-clear = Начать заново
message = Текст
message-needed = Напишите текст или выберите файл
formatting = Разметка
formatting-none = Нет
formatting-about-HTML = <b>жирный</b>, <i>курсив</i>, <u>подчёркнутый</u>, <s>зачёркнутый</s>, <tg-spoiler>скрытый</tg-spoiler>, <a href="https://...">ссылка</a>, <code>код</code>
formatting-about-MarkdownV2 = *жирный*, _курсив_, __подчёркнутый__, ~зачёркнутый~, ||скрытый||, [ссылка](https://...), `код`. Перед другими знаками нужна обратная косая черта.
media = Картинка, видео или файл
media-none = Нет
media-photo = Картинка
media-video = Видео
media-animation = Анимация
media-document = Файл
media-file = Адрес или file_id
buttons = Кнопки под сообщением
button-text = Текст кнопки { $no }
button-url = Адрес кнопки { $no }
button-remove = Убрать кнопку { $no }
button-beside = Ещё одна рядом
button-add = Добавить кнопку
audience = Кому
audience-all = Всем
audience-vip = VIP
audience-free = Без VIP
audience-any-language = Все языки
audience-any-bot = Все боты
audience-bots = { $count ->
    [one] { $count } бот
    [few] { $count } бота
   *[other] { $count } ботов
}
audience-away = Дней без активности
audience-away-about = Только те, кто ничего здесь не делал дольше стольких дней.
audience-away-any = Пусто: все
audience-away-for = без активности дольше { $count ->
    [one] { $count } дня
   *[other] { $count } дней
}
reach = { $count ->
    [0] Никто не получит
    [one] Получит { $count } человек
    [few] Получат { $count } человека
   *[other] Получат { $count } человек
}
reach-time = займёт примерно { $time }
preview = Как это выглядит
preview-about = Примерно так увидят люди. Пробная отправка покажет, что сделает из этого Telegram.
preview-empty = Ваше сообщение
preview-fewer = Меньше сообщений
test-to = Telegram id пробного читателя
test-send = Отправить пробу
test-sent = Проба отправлена { $id }.
review = Проверить и отправить
start-title = Отправить { $count ->
    [one] { $count } человеку?
   *[other] { $count } людям?
}
start-follows-time = В заданном темпе это займёт примерно { $time }.
start-follows-pause = В любой момент можно поставить на паузу или прервать.
start-follows-kept = Кто получил, у того и останется, если не отозвать её в течение 48 часов.
start-send = Отправить { $count }
campaign-started = Кампания { $id } пошла.
pause = Пауза
resume = Продолжить
campaign-is-paused = На паузе. То, что уже отправлялось, ещё дойдёт.
campaign-goes-on = Продолжается.
cancel-campaign = Прервать
cancel-campaign-title = Прервать кампанию { $id } насовсем?
cancel-follows-kept = Кто получил, у того и останется.
cancel-follows-left = { $count ->
    [one] { $count } ожидающий её не получит.
   *[other] { $count } ожидающих её не получат.
}
cancel-follows-end = Продолжить её будет нельзя.
campaign-is-ended = Прерывается.
resend = Отправить снова
resend-title = Отправить снова
resend-about = { $count ->
    [one] Не дошло до { $count } человека: он получит ещё раз.
   *[other] Не дошло до { $count } человек: они получат ещё раз.
}
resend-unknown = И ещё { $count ->
    [one] { $count } человеку
   *[other] { $count } людям
}, о которых неизвестно
resend-unknown-about = Они могут получить дважды.
resend-done = Отправляется снова.
failure-causes = Почему не удалось
cause-unknown = Telegram ничего не сказал
resend-some-title = { $count ->
    [one] Отправить снова { $count } человеку?
   *[other] Отправить снова { $count } людям?
}
resend-to = Отправить снова { $id }
deliveries-search = Поиск в словах Telegram
deliveries-none-found = С такими словами ничего
deliveries-none-found-about = Попробуйте другие слова или меньше слов.
advice-retry = Пройдёт само: попробуйте снова.
advice-correct = То же снова не удастся: сначала исправьте, что отправляется.
advice-give_rights = Боту не хватает права или чата больше нет: исправьте там и попробуйте снова.
advice-discard = Ничего не поделать: откажитесь.
advice-look = Возможно, это произошло: сначала проверьте.
