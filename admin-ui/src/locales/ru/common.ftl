language = Язык
retry = Повторить
close = Закрыть
cancel = Отмена
save = Сохранить
copy = Копировать
copied = Скопировано
show-more = Показать ещё
clear-search = Очистить поиск
clear-filters = Сбросить фильтры
skip-to-content = Перейти к содержимому
yes = Да
no = Нет
all = Все
any = Любой
for-good = Навсегда
erased = Удалён
optional = необязательно
details = Подробности
actions = Действия
reason = Причина
request-id = Номер запроса
stars = { $count ->
    [one] { $count } звезда
    [few] { $count } звезды
   *[other] { $count } звёзд
}

error-title = Не получилось
error-unknown = На странице произошло что-то неожиданное.
error-offline = Сервер недоступен. Проверьте соединение.
error-internal = Что-то пошло не так на нашей стороне.
not-found = Здесь ничего нет
not-found-about = Возможно, страница переехала или в адресе опечатка.
go-home = К обзору

actor-owner = Владелец
actor-system = Система
only-digits = Только цифры

nav = Основная навигация
nav-open = Открыть навигацию
nav-group-home = Главная
nav-group-community = Сообщество
nav-group-outreach = Рассылки
nav-group-money = Деньги
nav-group-system = Система
nav-overview = Обзор
nav-people = Люди
nav-reports = Жалобы
nav-groups = Группы
nav-campaigns = Кампании
nav-referrals = Приглашения
nav-payments = Заказы и платежи
nav-settings = Настройки
nav-bots = Боты
nav-failures = Очереди и сбои
nav-audit = Журнал действий

account = Аккаунт
owner-key-holder = Ключ владельца
role-owner = Владелец
role-operator = Оператор
role-viewer = Наблюдатель
log-out = Выйти
appearance = Оформление
appearance-auto = Как в системе
appearance-light = Светлое
appearance-dark = Тёмное

login-title = Добро пожаловать в Rialto
login-about = Панель вашего сообщества.
login-telegram = Войти через Telegram
login-email = Прислать ссылку на почту
login-email-label = Адрес почты
login-email-sent = Если этот адрес принадлежит кому-то из команды, ссылка уже в пути.
login-passkey = Войти с ключом доступа
login-owner-key = Ввести ключ владельца
login-owner-key-label = Ключ владельца
login-owner-key-about = Его печатает npm start. Хранится только в этой вкладке.
login-owner-key-wrong = Это не ключ владельца.
login-enter = Войти
login-or = или
login-code = Отправьте это боту
login-code-about = Бот попросит подтвердить вход, и страница продолжит сама.
login-open-bot = Открыть @{ $username }
login-expires = Код действует ещё { $time }.
login-expired = Срок кода истёк.
login-refused = Вход отклонён в боте.
login-again = Получить новый код
login-waiting = Ждём вашего подтверждения
login-unavailable = Этот способ входа на сервере не настроен. Используйте ключ владельца.
sort = Что идёт первым
sort-newest = Сначала новые
sort-oldest = Сначала старые
