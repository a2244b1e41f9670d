templates = Заготовки
templates-about = Сообщения, с которых удобно начать: выберите заготовку, когда пишете рассылку или публикацию.
templates-none-about = Напишите её здесь или сохраните то, что только что написали.
template-choose = Начать с заготовки
template-placeholder = Выберите
template-none-yet = Заготовок пока нет
template-keep = Сохранить как заготовку
template-kept = Заготовка «{ $name }» сохранена.
template-name = Название заготовки
template-name-taken = Так уже называется другая заготовка
template-new = Новая заготовка
template-edit = Изменить заготовку «{ $name }»
template-remove = Удалить заготовку «{ $name }»
template-remove-title = Удалить заготовку «{ $name }»?
template-remove-follows = Написанное с её помощью останется как есть.
template-removed = Заготовка «{ $name }» удалена.
template-replace-title = Заменить написанное заготовкой?
template-replace-follows = Текст, файл и кнопки будут заменены.
template-replace = Заменить
formatting-mode = Запись разметки
mark-bold = Жирный
mark-italic = Курсив
mark-underline = Подчёркнутый
mark-strike = Зачёркнутый
mark-spoiler = Скрытый текст
mark-code = Моноширинный
mark-pre = Блок кода
mark-quote = Цитата
mark-expandable = Сворачиваемая цитата
mark-link = Ссылка
mark-link-to = Адрес ссылки
mark-link-add = Добавить
campaign-name = Название
campaign-name-about = Его видит только команда.
campaign-draft = Черновик
campaign-scheduled = Запланирована
campaign-take-back-running = Отзывается
campaign-take-back-done = Отозвана
campaigns-filter = Кампании в каком состоянии
campaigns-none-found = В этом состоянии ничего нет
campaigns-none-found-about = Выберите другое состояние.
campaign-edit = Изменить
campaign-edit-title = Изменить «{ $name }»
campaign-not-editable = Она уже началась: то, что люди получили, изменить нельзя.
campaign-kept = Черновик сохранён.
campaign-planned = Кампания { $id } запланирована.
campaign-unplanned = Это снова черновик.
campaign-duplicated = Копия сохранена как черновик.
campaign-discarded = Черновик удалён.
unplanned-by-itself = Она не смогла начаться
compose-keep-about = Написанное хранится в этой вкладке, а после сохранения — как черновик для всей команды.
compose-keep = Сохранить черновик
review-plan = Проверить и запланировать
plan-it = Запланировать
plan-title = Запланировать для { $count ->
    [one] { $count } человека?
   *[other] { $count } человек?
}
plan-follows-at = Начнётся { $time }; получатели определятся тогда же.
plan-follows-change = До этого её можно изменить, перенести или удалить.
when-tomorrow = Завтра в 9
time-in-zone = { $time } ({ $zone })
starts-at = Начнётся
written-by = Кто написал
written-at = Написана
unplan = Вернуть в черновики
duplicate = Дублировать
draft-discard = Удалить
draft-discard-title = Удалить этот черновик?
draft-discard-follows = Вернуть его будет нельзя.
delivery-deleted = Отозвано
take-back = Отозвать везде
take-back-title = Отзыв
take-back-ask = Отозвать эту рассылку у всех?
take-back-post-ask = Отозвать эту публикацию из всех групп?
take-back-follows-deleted = { $count ->
    [0] Удалить уже ничего нельзя.
    [one] Будет удалено { $count } сообщение.
    [few] Будет удалено { $count } сообщения.
   *[other] Будет удалено { $count } сообщений.
}
take-back-follows-too-old = { $count ->
    [one] { $count } сообщение старше 48 часов и останется: Telegram его уже не удаляет.
    [few] { $count } сообщения старше 48 часов и останутся: Telegram их уже не удаляет.
   *[other] { $count } сообщений старше 48 часов и останутся: Telegram их уже не удаляет.
}
take-back-follows-unknown = { $count ->
    [one] О { $count } получателе неизвестно, дошло ли сообщение: там удалить нечего.
   *[other] О { $count } получателях неизвестно, дошло ли сообщение: там удалить нечего.
}
take-back-follows-seen = Кто прочитал, тот прочитал.
take-back-follows-ends = Она завершится: больше никто её не получит.
take-back-post-follows-ends = Она завершится: больше ни одна группа её не получит.
take-back-begun = Отзыв начат.
take-back-running = Идёт удаление.
take-back-done = Удалено везде.
take-back-done-some = Готово. Некоторые сообщения остались.
take-back-deleted = Удалено
take-back-left = Осталось
take-back-too-old = Слишком старые
take-back-refused = Отказ
test-to-me = Отправить тест мне
test-sent-to-me = Тест пришёл вам в Telegram.
test-link-telegram = Чтобы отправлять тест себе одним нажатием, попросите владельца указать ваш Telegram id на странице команды.
test-sign-in = Войдите через Telegram, а не по ключу владельца, чтобы отправлять тест себе одним нажатием.
test-unreachable = Сначала нужно запустить бота
test-unreachable-me = Ни один бот не может вам написать: откройте своего бота в Telegram, нажмите «Старт» и попробуйте снова.
action-campaign-drafted = Черновик рассылки создан
action-campaign-edited = Рассылка изменена
action-campaign-schedule = Рассылка запланирована
action-campaign-unschedule = Рассылка возвращена в черновики
action-campaign-start = Рассылка начата
action-campaign-discarded = Черновик удалён
action-campaign-taken_back = Рассылка отозвана
action-post-taken_back = Публикация отозвана
action-template-added = Заготовка сохранена
action-template-changed = Заготовка изменена
action-template-removed = Заготовка удалена
medium-choose = Выбрать или загрузить картинку или видео
medium-by-address = Или файл по адресу
medium-another = Другой файл
medium-remove = Убрать
medium-gone = Файла больше нет
