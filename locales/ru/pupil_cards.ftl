# Стол классного руководителя, карточки учеников, контакты семьи
class-desk-title = <b>Класс { $name }</b>, { WEEKDAY($day) }, { DAY($day) }
class-desk-pupils = Учеников: { $count }
class-desk-absent-line = Сегодня нет: { $count } ({ $why })
class-desk-absent-why = { $reason ->
        [illness] болезнь { $count }
        [excused] уважительная { $count }
        [unexcused] неуважительная { $count }
       *[none] не объяснено { $count }
    }
class-desk-present = { $silent ->
        [0] Сегодня отсутствующих нет.
       *[other] Сегодня отсутствующих нет; перекличек ещё не сделано: { $silent }.
    }
class-desk-unexplained-line = { $week ->
        [this] На этой неделе есть пропуски без причины: { $count } уч.
       *[before] С прошлой недели остались пропуски без причины: { $count } уч.
    }
class-desk-failing-line = Не успевают: { $count } уч.
class-desk-near-line = Близки к этому: { $count } уч.
class-desk-owed-line = Долги по работам: { $count } ({ $pupils } уч.)
class-desk-unconnected-line = Родители не подключены: { $count } уч.
class-desk-no-consent-line = Подключены без согласия: { $count }
class-desk-unread-line = Не подтвердили прочтение: { $count }
class-desk-proposals-line = Семьи просят изменить контакты: { $count }
class-desk-due-line = Карточек сверить: { $count }
class-desk-calm = Всё в порядке.
class-desk-number-absent = Отсутствуют: { $count }
class-desk-number-unexplained = Без причины: { $count }
class-desk-number-failing = Неуспевающие: { $count }
class-desk-number-near = На грани: { $count }
class-desk-number-owed = Долги: { $count }
class-desk-number-unconnected = Не подключены: { $count }
class-desk-number-no-consent = Без согласия: { $count }
class-desk-number-unread = Не прочитали: { $count }
class-desk-number-proposals = Новые контакты: { $count }
class-desk-number-due = Сверить карточки: { $count }
class-desk-cards = Карточки учеников
class-desk-all = Все классы
class-desks-open = Столы классов
class-desks-title = <b>Столы классов</b>
    Кого нет, кто не успевает, что с семьями — по классу.
class-desks-none = Классов этого года пока нет.

near-title = <b>На грани, { $name }</b>
near-rule = Средний балл выше порога «не успевает» ({ POINT($below) }) не больше чем на 0,2.
near-none = Никого: всё в порядке.
near-line = <b>{ $name }</b> — { $said }
near-subject = { $subject } { POINT($average) }
owed-title = <b>Долги, { $name }</b>
owed-rule = Работы этого учебного периода, за которые стоит точка. Нажмите, чтобы открыть работу.
owed-none = Долгов нет: всё в порядке.
owed-line = <b>{ $name }</b>: { $works }
owed-work = { $subject }, { $kind } { DAY($day) }
owed-button = { $name }, { $subject } { SHORTDAY($day) }
unconnected-title = <b>Родители не подключены, { $name }</b>
unconnected-none = Все семьи подключены: всё в порядке.
unconnected-line = <b>{ $name }</b>{ $blocked ->
        [yes] {" "}— ⚠ заблокировали бота
       *[no] {""}
    }
unconnected-guardian = { $name }{ $kinship ->
        [none] {""}
       *[other] , { $kinship }
    }{ $phone ->
        [none] {""}
       *[other] , { $phone }
    }
unconnected-alone = родителей в журнале нет
unconnected-hint = Нажмите на ученика, чтобы выдать код, или напечатайте листки.
no-consent-title = <b>Подключены без согласия, { $name }</b>
no-consent-none = Согласие есть у всех: всё в порядке.
no-consent-rule = Пока согласия нет, дневник закрыт и сообщения не приходят. Попросите ответить на вопрос бота.
no-consent-line = <b>{ $name }</b>{ $child ->
        [none] {""}
       *[other] {" "}({ $child })
    } — { $answer ->
        [refused] отказ
        [withdrawn] согласие отозвано
       *[none] ответа ещё нет
    }
unread-title = <b>Не подтвердили прочтение, { $name }</b>
unread-none = Все подтвердили: всё в порядке.
unread-head = <b>{ $words }</b>
    от { DAY($published) }, ждём: { $count }; { $reached ->
        [0] в боте никого из них
       *[other] в боте из них { $reached }
    }{ $reminded ->
        [yes] {", сегодня напомнили"}
       *[no] {""}
    }
unread-head-until = <b>{ $words }</b>
    от { DAY($published) }, до { DAY($ends) }, ждём: { $count }; { $reached ->
        [0] в боте никого из них
       *[other] в боте из них { $reached }
    }{ $reminded ->
        [yes] {", сегодня напомнили"}
       *[no] {""}
    }
unread-name = { $name }{ $child ->
        [none] {""}
       *[other] {" "}({ $child })
    }
unread-more = и ещё { $count }
unread-hint = Откройте объявление, чтобы посмотреть, кто прочитал; напоминание бот отправит один раз в день.
unread-remind = 🔔 Напомнить ({ $count })
unread-toast = { $count ->
        [0] Сегодня уже напоминали
       *[other] Напомнили: { $count }
    }
unread-toast-changed = Объявление тем временем изменилось: посмотрите ещё раз
unread-file = объявление с файлом

pupil-card-title = <b>{ $name }</b>, { $class }
card-born = Дата рождения: { DAY($born) } { $year } г., { $age ->
        [one] { $age } год
        [few] { $age } года
       *[other] { $age } лет
    }
card-not-born = Дата рождения не указана.
card-groups = Группы: { $groups }
card-group = { $subject } ({ $group })
card-pupil = <b>Ученик</b>
card-guardian = <b>{ $name }</b>, { $kinship }, { $reach ->
        [connected] подключение есть
        [unreachable] ⚠ бот заблокирован
       *[none] не подключено
    }
card-contact = { $field ->
        [phone] Телефон
        [email] Почта
       *[address] Адрес
    }: { $value }
card-no-contact = { $field ->
        [phone] Телефон
        [email] Почта
       *[address] Адрес
    }: не указан{ $field ->
        [email] а
       *[other] {""}
    }
card-no-guardians = Родителей в журнале нет: их добавляет администратор в книге школы.
card-confirmed = Сверено { DAY($at) }: { $by }
card-never-confirmed = Карточку ещё не сверяли.
card-due = ❗ Пора сверить: всё ли верно?
card-changes = После сверки изменилось:
card-change = • { $person ->
        [pupil] {""}
       *[other] { $person }:{" "}
    }{ $what ->
        [name] имя
        [birth_date] дата рождения
        [kinship] кем приходится
        [phone] телефон
        [email] почта
        [added] теперь в карточке
        [gone] больше не в карточке
       *[address] адрес
    }{ $what ->
        [added] {""}
        [gone] {""}
       *[other] : { $was } → { $now }
    }
card-empty = нет
card-proposed = Семья просит изменить контакты.
card-edit = ✎ Изменить
card-confirm = ✓ Всё верно
card-proposal = Предложение семьи
card-write = Написать семье
card-access = Доступ к боту
card-open = Карточка ученика
card-fields-title = <b>{ $name }</b>
    Что изменить?
card-field-pupil = { $field ->
        [phone] Телефон ученика
        [email] Почта ученика
       *[address] Адрес
    }
card-field-guardian = { $field ->
        [phone] Телефон
       *[email] Почта
    }: { $name }
contact-ask = { $field ->
        [phone] Напишите телефон, например <code>+7 900 123-45-67</code>.
        [email] Напишите адрес электронной почты, например <code>ivanova@mail.ru</code>.
       *[address] Напишите адрес: улица, дом, квартира.
    }
contact-ask-person = <b>{ $name }</b>
contact-ask-now = Сейчас: { $value }
contact-ask-drop = Чтобы убрать, пришлите «-».
contact-ask-short = { $field ->
        [phone] +7 900 123-45-67
        [email] ivanova@mail.ru
       *[address] улица, дом, квартира
    }
card-saved = ✓ Записано.
card-saved-same = Так и было записано.
card-toast-confirmed = Сверено
card-toast-already = Уже сверено
card-toast-changed = Карточка тем временем изменилась: посмотрите ещё раз
cards-title = <b>Карточки, { $name }</b>
cards-rule = { $confirms ->
        [monthly] По правилам школы их сверяют раз в месяц.
        [always] По правилам школы их сверяют, когда что-то изменилось.
       *[on_request] По правилам школы их сверяют по просьбе администрации.
    }
cards-asked = Администрация просит сверить ({ DAY($at) }).
cards-due = Сверить: { $count } из { $total }
cards-changed = С изменениями: { $count }
cards-done = Всё сверено.
cards-empty = В классе пока нет учеников.
cards-legend = ● сверить · ◆ изменилось или семья просит изменить · ✓ сверено
cards-button = { $state ->
        [changed] ◆
        [due] ●
       *[done] ✓
    } { $name }
cards-confirm-all = ✓ Подтвердить все ({ $count })
cards-ask-all = Попросить подтвердить
cards-toast-confirmed = Подтверждено: { $count }
cards-toast-already = Уже подтверждено
cards-toast-changed = Что-то тем временем изменилось: посмотрите ещё раз
cards-toast-asked = Классный руководитель получит просьбу
cards-toast-asked-already = Сегодня уже просили

proposals-title = <b>Новые контакты, { $name }</b>
proposals-none = Семьи ничего не просят изменить: всё в порядке.
proposals-button = { $name }: { $fields }
proposal-field = { $field ->
        [phone] телефон
        [email] почта
       *[address] адрес
    }
proposal-title = <b>{ $pupil }</b>, { $class }
proposal-whose = { $guardian ->
        [none] Контакты ученика
       *[other] Контакты: { $guardian }
    }
proposal-by = Просит { $by }{ $kinship ->
        [none] {""}
       *[other] {" "}({ $kinship })
    }, { DAY($at) } в { CLOCK($at) }
proposal-line = • { $field ->
        [phone] телефон
        [email] почта
       *[address] адрес
    }: { $was } → <b>{ $now }</b>
proposal-nothing = нет
proposal-accepted = ✓ Записано { DAY($at) }: { $by }
proposal-refused = ✗ Не принято { DAY($at) }: { $by }
proposal-words = { $words }
proposal-withdrawn = Семья передумала.
proposal-accept = ✓ Записать
proposal-refuse = Отклонить…
proposal-refuse-ask = Напишите семье, почему контакты остаются прежними (до 300 знаков).
proposal-refuse-short = Почему
proposal-toast-accepted = Записано, семья узнает
proposal-toast-changed = Семья изменила просьбу: посмотрите ещё раз
proposal-toast-over = Это уже решено
proposal-said-refused = Семья получит ваш ответ.
proposal-said-over = Это уже решено.
proposal-said-changed = Пока вы писали, семья изменила просьбу: посмотрите ещё раз. Ваш ответ не отправлен.

contacts-open = Наши контакты
contacts-title = <b>Контакты в школе</b>
contacts-own = <b>Ваши</b>
contacts-child = <b>{ $name }</b>
contacts-how = Другой родитель видит только свои контакты и контакты ребёнка. Изменения записывает классный руководитель.
contacts-how-pupil = Изменить контакты могут родители.
contacts-proposed = <b>Ждёт классного руководителя</b>
contacts-answer-accepted = <b>Записано { DAY($at) }</b>
contacts-answer-refused = <b>Не принято { DAY($at) }</b>
contacts-mine = ваши контакты
contacts-mine-title = Ваши контакты
contacts-childs = контакты ребёнка
contacts-own-field = ✎ { $field ->
        [phone] Мой телефон
       *[email] Моя почта
    }
contacts-child-field = ✎ { $field ->
        [phone] Телефон ребёнка
        [email] Почта ребёнка
       *[address] Адрес ребёнка
    }
contacts-withdraw = Не менять { $whose ->
        [own] мои контакты
       *[child] контакты ребёнка
    }
contacts-said-made = ✓ Передано классному руководителю. Пока он не запишет, в школе остаётся прежнее.
contacts-said-already = Это уже передано классному руководителю.
contacts-said-dropped = Так и записано в школе; просьба изменить снята.
contacts-toast-withdrawn = Просьба снята
contacts-toast-over = Это уже решено или изменено: посмотрите ещё раз

push-cards-due = <b>Карточки { $class }</b>: сверьте, пожалуйста, контакты и родителей. Сверить: { $count }.
push-cards-asked = <b>Карточки { $class }</b>: { $by } просит сверить контакты и родителей ({ $count }).
push-cards-open = Карточки { $class }
push-contacts-proposed = <b>{ $pupil }, { $class }</b>: семья просит изменить контакты.
push-contacts-accepted = ✓ <b>{ $pupil }</b>: новые контакты записаны.
push-contacts-refused = <b>{ $pupil }</b>: контакты остались прежними.
push-contacts-by = Ответ: { $name }

error-phone-wrong = Это не похоже на номер телефона. Пример: <code>+7 900 123-45-67</code>.
error-email-wrong = Это не похоже на адрес почты. Пример: <code>ivanova@mail.ru</code>.
error-home-address-wrong = Слишком коротко для адреса: нужно хотя бы { $limit } знаков.
error-contact-same = Так и записано в школе{ $value ->
        [none] {""}
       *[other] : { $value }
    }.
