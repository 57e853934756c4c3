# Полка: документы школы
shelf-open = Документы
help-open = Помощь
shelf-title = <b>Документы школы</b>
shelf-choose = Выберите раздел.
shelf-empty = Пока ничего не опубликовано.
shelf-unread = { $count ->
    [one] { $count } документ ждёт, чтобы вы его прочитали.
    [few] { $count } документа ждут, чтобы вы их прочитали.
   *[many] { $count } документов ждут, чтобы вы их прочитали.
 }
shelf-section-orders = Приказы
shelf-section-regulations = Положения
shelf-section-guides = Инструкции
shelf-section-resources = Полезные ссылки
shelf-section-count = { $section } · { $count }
shelf-section-unread = { $section } · { $count }, новых { $unread }
shelf-section-title = <b>{ $section }</b>
shelf-section-empty = Здесь пока пусто.
shelf-line-draft = ✎ { $title }
shelf-line-unread = ● { $title }
shelf-find = Найти по названию
shelf-find-again = Искать ещё
shelf-ask-words = Какое слово есть в названии?
shelf-ask-words-short = Слово из названия
shelf-found = Найдено по «{ $words }»: { $count }
shelf-found-more = Показаны не все: уточните слово.
shelf-not-found = По «{ $words }» ничего не нашлось.
shelf-add = Добавить документ
shelf-ask = Раздел «{ $section }». Пришлите документ одним сообщением: файл с названием в подписи, или название и с новой строки текст или ссылку. Сначала это будет черновик, его увидите только вы и те, кто публикует.
shelf-ask-short = Название и текст или файл
shelf-ask-again = Здесь нет ни слов, ни файла.
shelf-draft-made = Черновик записан. Проверьте его и опубликуйте.
shelf-ask-title = Сейчас документ называется «{ $title }». Напишите новое название.
shelf-document = <b>{ $title }</b>
 { $section }
shelf-published = Опубликовано { DAY($day) }, { $name }
shelf-read-at = ✓ Вы ознакомились { DAY($at) } в { CLOCK($at) }
shelf-please-read = Прочитайте, пожалуйста, и нажмите «Ознакомлен(а)».
shelf-file = 📎 { $name }
shelf-address = Открыть ссылку
shelf-acknowledge = Ознакомлен(а)
shelf-thanks = Спасибо, записано
shelf-state = Кому: { $whom ->
    [everybody] сотрудникам и семьям
   *[staff] только сотрудникам
 }. { $asked ->
    [yes] Просим отметить, что прочитали.
   *[no] Отмечать прочтение не просим.
 }
shelf-to-staff = Только сотрудникам
shelf-to-everybody = Сотрудникам и семьям
shelf-ask-to-read = Просить ознакомиться
shelf-ask-not = Не просить ознакомиться
shelf-rename = Название
shelf-drop = Удалить
shelf-publish = Опубликовать
shelf-published-toast = Опубликовано
shelf-withdraw = Снять с полки
shelf-withdraw-ask = Убрать «{ $title }» с полки? Кто ознакомился, останется в журнале изменений.
shelf-withdraw-yes = Да, убрать
shelf-withdrawn = Убрано
shelf-readers = Кто ознакомился
shelf-readers-title = <b>Кто ознакомился</b>: { $title }
shelf-readers-group = { $group }: { $read } из { $asked }
shelf-group-staff = Сотрудники
shelf-group-staff-short = Сотрудники
shelf-group-class = Семьи { $name }
shelf-group-label = { $name } { $read }/{ $asked }
shelf-reader-of = { $name } ({ $of })
shelf-reader-read = ✓ { DAY($at) }
shelf-reader-waits = …
shelf-reader-unreachable = ✗ бот заблокирован:
shelf-reader-unconnected = ✗ не в боте:
shelf-remind = Напомнить
shelf-reminded = { $count ->
    [0] Напоминать некому: все ознакомились, не подключены, или сегодня уже напомнили.
   *[other] Напоминание уйдёт: { $count }
 }
push-shelf-published = 📄 Новый документ школы: <b>{ $title }</b> ({ $section }). Прочитайте, пожалуйста, и нажмите «Ознакомлен(а)».
push-shelf-reminder = Напоминаем: документ «{ $title }» ждёт, чтобы вы его прочитали и нажали «Ознакомлен(а)».
push-shelf-open = Открыть документ
error-address-wrong = Ссылка не похожа на адрес страницы. Пример: https://school.example/page
shelf-sheet = Лист ознакомления
shelf-sheet-caption = Лист ознакомления: { $title }
