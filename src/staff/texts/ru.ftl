# Signing in, and the team
staff-login-usage = Напиши код со страницы входа после команды: /admin_login ABCD-2345
staff-login-wrong = Код неверный или уже не действует. Страница входа даст новый.
staff-login-wait = Слишком много неверных кодов. Попробуй снова через { $minutes } мин.
staff-login-ask =
    🔐 Кто-то хочет войти в панель с этим кодом.

    Откуда: { $place }
    С чего: { $agent }
    Когда: { $time }

    Это ты? Никогда не подтверждай то, чего не начинал сам.
staff-login-nowhere = неизвестное место
staff-login-yes = ✅ Подтвердить
staff-login-no = 🚫 Это не я
staff-login-confirmed = ✅ Подтверждено. Вернись в браузер.
staff-login-refused = 🚫 Отклонено. С этим кодом никто не войдёт.
staff-login-over = Этот запрос завершён. Страница входа даст новый код.
staff-invitation-wrong = Это приглашение не для тебя или уже не действует.
staff-invitation-accepted = 👋 Добро пожаловать в команду, твоя роль: { $role }. Вход: { $url }
staff-role-owner = владелец
staff-role-operator = оператор
staff-role-viewer = наблюдатель
staff-role-creator = автор
staff-role-chatter = менеджер переписки
staff-mail-link-subject = Твоя ссылка для входа в панель Rialto
staff-mail-link =
    Открой эту ссылку и нажми кнопку, чтобы войти. Она действует 15 минут, один раз:

    { $url }

    Это не ты? Тогда удали это письмо, и ничего не произойдёт.
staff-mail-invitation-subject = Тебя приглашают в команду Rialto
staff-mail-invitation =
    Тебя приглашают управлять Rialto, твоя роль: { $role }. Открой эту ссылку и нажми кнопку, чтобы войти. Она действует семь дней, один раз:

    { $url }
