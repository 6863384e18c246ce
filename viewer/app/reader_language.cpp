#include "viewer/app/reader_language.h"

#include "gis/model/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QSettings>
#include <QTranslator>

namespace raquette::viewer {

namespace {

const QString key = QStringLiteral("language");

}  // namespace

std::optional<model::Language> chosenLanguage() {
    const QString written = QSettings().value(key).toString();
    if (written == QLatin1String("fr")) return model::Language::French;
    if (written == QLatin1String("en")) return model::Language::English;
    return std::nullopt;
}

void chooseLanguage(model::Language language) {
    QSettings().setValue(key, language == model::Language::French ? QStringLiteral("fr") : QStringLiteral("en"));
}

void speakInDialogs(model::Language language) {
    static QTranslator french;
    static const bool there = french.load(QStringLiteral("qtbase_fr"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    QCoreApplication::removeTranslator(&french);
    if (there && language == model::Language::French) QCoreApplication::installTranslator(&french);
}

}  // namespace raquette::viewer
