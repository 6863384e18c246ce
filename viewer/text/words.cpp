#include "viewer/text/words.h"

#include "gis/model/error.h"
#include "viewer/map/lettering.h"

#include <QTranslator>
#include <memory>

namespace raquette::viewer {

namespace {

std::unique_ptr<const QTranslator> translatorOf(const char* file) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(QLatin1String(file)))
        throw model::Error("The words of the window are missing from the program: " + std::string(file));
    return translator;
}

/// Not installed in the application, which speaks one language at a time and tells all windows when it changes: each window is told its
/// own language, like everything that speaks here, and what is read beside the event loop says its problems in the study's.
const QTranslator& translator(model::Language language) {
    static const auto french = translatorOf(":/words/raquette_fr.qm");
    static const auto english = translatorOf(":/words/raquette_en.qm");
    return language == model::Language::French ? *french : *english;
}

}  // namespace

QString words(model::Language language, const std::string& id, const text::Values& values) {
    const QString text = translator(language).translate(nullptr, id.c_str());
    if (text.isEmpty()) throw model::Error("The window has no text for “" + id + "”.");
    return values.empty() ? text : qt(text::filled(text.toStdString(), values));
}

std::string plainWords(model::Language language, const std::string& id, const text::Values& values) {
    return words(language, id, values).toStdString();
}

}  // namespace raquette::viewer
