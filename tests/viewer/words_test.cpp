#include "viewer/text/words.h"

#include "gis/data_folder.h"
#include "gis/model/error.h"
#include "tests/support/files.h"
#include "tests/support/texts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

namespace raquette::viewer {
namespace {

using model::Language;
using ::testing::IsEmpty;

namespace fs = std::filesystem;

TEST(Words, AreSaidInTheLanguageThatIsAskedFor) {
    EXPECT_EQ(words(Language::French, "window.menu"), QStringLiteral("Menu"));
    EXPECT_EQ(words(Language::French, "assistant.next"), QStringLiteral("Suivant"));
    EXPECT_EQ(words(Language::English, "assistant.next"), QStringLiteral("Next"));
    EXPECT_EQ(plainWords(Language::French, "card.until", {{"date", "2026"}}), "jusqu’à 2026");
}

TEST(Words, ThatAreMissingAreOurBug) {
    EXPECT_THROW(words(Language::French, "window.nowhere"), model::Error);
}

/// A text as Linguist keeps it.
struct Message {
    std::string id;
    std::string context;
    std::string source;
    std::string translation;
    bool finished = false;
};

std::vector<Message> messagesOf(const char* file) {
    const std::string bytes = bytesOf(sourceFolder() / "viewer" / "text" / file);
    QXmlStreamReader xml(QByteArray::fromStdString(bytes));
    std::vector<Message> messages;
    std::string context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText().toStdString();
        } else if (xml.name() == QLatin1String("message")) {
            messages.push_back({xml.attributes().value(QLatin1String("id")).toString().toStdString(), context, {}, {}, false});
        } else if (xml.name() == QLatin1String("source")) {
            messages.back().source = xml.readElementText().toStdString();
        } else if (xml.name() == QLatin1String("translation")) {
            messages.back().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            messages.back().translation = xml.readElementText().toStdString();
        }
    }
    EXPECT_FALSE(xml.hasError()) << file << ": " << xml.errorString().toStdString();
    return messages;
}

const std::vector<Message>& french() {
    static const auto all = messagesOf("raquette_fr.ts");
    return all;
}

std::set<std::string> idsOf(const std::vector<Message>& messages) {
    std::set<std::string> ids;
    for (const Message& message : messages) ids.insert(message.id);
    return ids;
}

TEST(WordsOfTheWindow, AreThereInBothLanguagesWithTheSamePlaces) {
    const std::vector<Message> english = messagesOf("raquette_en.ts");
    ASSERT_EQ(french().size(), english.size());
    EXPECT_EQ(idsOf(french()).size(), french().size()) << "an id stands twice";
    for (std::size_t i = 0; i < english.size(); ++i) {
        EXPECT_EQ(french()[i].id, english[i].id) << "Linguist shows the two side by side";
        EXPECT_EQ(placesIn(french()[i].translation), placesIn(english[i].translation)) << english[i].id;
    }
    for (const auto& messages : {french(), english}) {
        for (const Message& message : messages) {
            EXPECT_TRUE(message.finished && !message.translation.empty()) << message.id;
            EXPECT_EQ(message.source, message.id) << "what Linguist lists";
            EXPECT_EQ(message.context, message.id.substr(0, message.id.find('.'))) << message.id;
        }
    }
}

TEST(WordsOfTheWindow, FrenchSpacesBesideSignsDoNotBreak) {
    std::vector<std::string> wrong;
    for (const Message& message : french()) {
        if (breaksAtASign(message.translation)) wrong.push_back(message.id);
    }
    EXPECT_THAT(wrong, IsEmpty());
}

/// What stands between quotes on the lines of a source.
void addLiterals(const std::string& text, std::set<std::string>& literals) {
    for (std::size_t open = text.find('"'); open != std::string::npos; open = text.find('"', open + 1)) {
        const std::size_t close = text.find_first_of("\"\n", open + 1);
        if (close == std::string::npos) return;
        if (text[close] == '"') literals.insert(text.substr(open + 1, close - open - 1));
        open = close;
    }
}

struct Literals {
    std::set<std::string> window;     ///< of the rooms that speak in the window alone
    std::set<std::string> elsewhere;  ///< of what a command can make, too
};

const Literals& literals() {
    static const Literals all = [] {
        Literals found;
        for (const char* room : {"gis", "ingest", "cli", "viewer"}) {
            for (const auto& entry : fs::recursive_directory_iterator(sourceFolder() / room)) {
                if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
                const std::string file = entry.path().lexically_relative(sourceFolder()).generic_string();
                const bool window = file.starts_with("viewer/") && !file.starts_with("viewer/map/") && !file.starts_with("viewer/sheets/");
                addLiterals(bytesOf(entry.path()), window ? found.window : found.elsewhere);
            }
        }
        return found;
    }();
    return all;
}

/// As it stands, or put together: `export.layer.` and a name, `records.count` and `.one`.
bool isSaidIn(const std::set<std::string>& texts, const std::string& id) {
    for (std::size_t end = id.find('.'); end != std::string::npos; end = id.find('.', end + 1)) {
        if (texts.contains(id.substr(0, end + 1))) return true;
    }
    const bool counted = id.ends_with(".one") || id.ends_with(".many");
    return texts.contains(id) || (counted && texts.contains(id.substr(0, id.rfind('.'))));
}

TEST(WordsOfTheWindow, AreAllSaid) {
    std::vector<std::string> unsaid;
    for (const std::string& id : idsOf(french())) {
        if (!isSaidIn(literals().window, id)) unsaid.push_back(id);
    }
    EXPECT_THAT(unsaid, IsEmpty());
}

std::set<std::string> keysOfTheCatalogue() {
    const QJsonObject catalogue = QJsonDocument::fromJson(QByteArray::fromStdString(bytesOf(dataFolder() / "catalogue.json"))).object();
    std::set<std::string> keys;
    for (const QString& key : catalogue.keys()) keys.insert(key.toStdString());
    return keys;
}

/// A misspelt id is found before anybody opens the dialog that says it.
TEST(WordsOfTheWindow, AreThereForWhateverLooksLikeAnId) {
    static const std::regex idLike("[a-z-]+(\\.[a-z0-9-]+)+");
    std::set<std::string> known = keysOfTheCatalogue();
    std::set<std::string> firstParts;
    for (const Message& message : french()) {
        firstParts.insert(message.context);
        known.insert(message.id);
    }
    std::vector<std::string> unknown;
    for (const std::string& literal : literals().window) {
        const bool asked = firstParts.contains(literal.substr(0, literal.find('.'))) && std::regex_match(literal, idLike);
        if (asked && !known.contains(literal) && !known.contains(literal + ".one")) unknown.push_back(literal);
    }
    EXPECT_THAT(unknown, IsEmpty());
}

/// A text has one place: here where only the window says it, else the catalogue.
TEST(WordsOfTheWindow, AreThoseThatNothingElseSays) {
    std::vector<std::string> amiss;
    const std::set<std::string> keys = keysOfTheCatalogue();
    ASSERT_GT(keys.size(), 1000U);
    for (const std::string& id : idsOf(french())) {
        if (keys.contains(id) || literals().elsewhere.contains(id)) amiss.push_back("to the catalogue alone: " + id);
    }
    for (const std::string& key : keys) {
        if (literals().window.contains(key) && !isSaidIn(literals().elsewhere, key)) amiss.push_back("to Linguist: " + key);
    }
    EXPECT_THAT(amiss, IsEmpty());
}

}  // namespace
}  // namespace raquette::viewer
