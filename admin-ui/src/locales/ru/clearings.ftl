group-posts-none = Здесь ничего не публиковалось
group-posts-none-about = Здесь видно, что ваши боты публикуют в этой группе; удалить можно в течение 48 часов.
posting-round = Раунд { $round }
posting-delete-at = Удалится
delete = Удалить
deletion-choose = Выбрать сообщение { $id }
deletion-choose-all = Выбрать все
deletion-none-chosen = Снять выбор
deletion-chosen = { $count ->
    [one] Удалить { $count } выбранное
   *[other] Удалить { $count } выбранных
}
deletion-one = Удалить сообщение { $id }
deletion-title = { $count ->
    [one] Удалить { $count } сообщение в { $title }?
    [few] Удалить { $count } сообщения в { $title }?
   *[other] Удалить { $count } сообщений в { $title }?
}
deletion-follows-gone = Они исчезнут у всех в группе, насовсем.
deletion-follows-rounds = Следующие раунды всё равно выйдут: чтобы их остановить, прервите пост.
deletion-do = { $count ->
    [one] Удалить { $count } сообщение
    [few] Удалить { $count } сообщения
   *[other] Удалить { $count } сообщений
}
deletion-begun = { $count ->
    [0] Удалять было нечего.
    [one] Удаляется { $count } сообщение.
    [few] Удаляются { $count } сообщения.
   *[other] Удаляется { $count } сообщений.
}
clear = Очистить
clear-title = Очистить { $title }
clear-about = Удаляет то, что бот здесь опубликовал. Без фильтров — всё; с несколькими — то, что подходит под все.
clear-from = Опубликовано с
clear-to = Опубликовано до
clear-older = Старше
clear-from-message = С номера сообщения
clear-to-message = До номера сообщения
clear-order = Не может быть раньше начала
clear-count = Сначала посчитать
clear-mark = Отметить как слишком старые
clear-deletable = { $count ->
    [0] Удалить нечего.
    [one] Будет удалено { $count } сообщение.
    [few] Будут удалены { $count } сообщения.
   *[other] Будет удалено { $count } сообщений.
}
clear-too-old = { $count ->
    [one] { $count } старше 48 часов: останется с такой отметкой.
   *[other] { $count } старше 48 часов: останутся с такой отметкой.
}
clear-rights = Боту здесь не хватает права
clear-rights-about = Некоторые сообщения — от другого бота. Чтобы их удалить, нужно:
clearings = Удаления
clearings-none = Здесь ничего не удалялось
clearing-what = Что
clearing-running = Удаляется
clearing-done = Готово
clearing-failed = Остановилось
clearing-deleted = Удалено { $deleted } из { $total }
clearing-all = Все посты
clearing-due = По истечении срока
clearing-messages = { $count ->
    [one] { $count } выбранное сообщение
    [few] { $count } выбранных сообщения
   *[other] { $count } выбранных сообщений
}
clearing-from = с { $time }
clearing-to = до { $time }
clearing-older = старше { $time }
clearing-from-message = с сообщения { $id }
clearing-to-message = до сообщения { $id }
action-clearing-started = Посты группы удалены
