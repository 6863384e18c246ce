#include "ingest/duplicates/question.h"

#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "ingest/table/cells.h"

#include <fmt/format.h>
#include <array>

namespace raquette::ingest {

namespace {

using model::Language;

/// Comments end with their line.
std::string commentText(std::string_view text) {
    std::string line;
    for (const char c : text) line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return line;
}

class Because {
public:
    explicit Because(Language language) : language_(language) {}

    void add(std::string_view what, std::string_view how, const std::vector<std::pair<std::string, std::string>>& values = {}) {
        parts_.push_back(text::say(language_, fmt::format("duplicate.{}.{}", what, how), values));
    }
    /// Private fields never show their values.
    void addField(std::string_view what, Verdict verdict, const std::string& a = {}, const std::string& b = {}) {
        if (verdict == Verdict::Agrees) add(what, "agrees", {{"a", a}});
        if (verdict == Verdict::Differs) add(what, "differs", {{"a", a}, {"b", b}});
    }
    std::string text() const { return fmt::format("{}", fmt::join(parts_, language_ == Language::French ? "\u00a0; " : "; ")); }

private:
    Language language_;
    std::vector<std::string> parts_;
};

std::string kindsText(const model::Actor& record) {
    std::string kinds;
    for (const std::string& function : record.functions) kinds += (kinds.empty() ? "" : ", ") + function;
    return kinds.empty() ? record.type.str() : kinds;
}

std::string openedText(const model::Actor& record) {
    return record.opened ? record.opened->text() : std::string();
}

void addPlace(const model::Reference& reference, const model::Actor& a, const model::Actor& b, const Comparison& comparison,
              Language language, Because& because) {
    const auto nameOf = [&](const model::Place& place) {
        const std::int32_t commune = indexOf(reference.communes, place.commune);
        return commune == model::nowhere ? place.commune.str() : reference.communes[static_cast<std::size_t>(commune)].name;
    };
    const std::string apart = comparison.kilometres < 0 ? "" : text::distance(language, model::kilometres(comparison.kilometres));
    if (!a.place.commune.empty() && a.place.commune == b.place.commune) {
        because.add("place", "agrees", {{"commune", nameOf(a.place)}});
    } else if (!a.place.commune.empty() && !b.place.commune.empty()) {
        because.add("place", "differs", {{"a", nameOf(a.place)}, {"b", nameOf(b.place)}});
    } else {
        because.add("place", "unknown");
    }
    if (!apart.empty()) because.add("position", "apart", {{"distance", apart}});
}

std::string explained(const model::Reference& reference, const model::Actor& a, const model::Actor& b, const Comparison& comparison,
                      Language language) {
    Because because(language);
    const int percent = static_cast<int>(comparison.name * 100);
    because.add("name", comparison.sameName ? "agrees" : comparison.onlyTypos ? "typos" : "near", {{"percent", std::to_string(percent)}});
    addPlace(reference, a, b, comparison, language, because);
    because.addField("kinds", comparison.kinds, kindsText(a), kindsText(b));
    because.addField("own-id", comparison.ownId == Verdict::Agrees ? Verdict::Agrees : Verdict::Unknown, a.ownId);
    because.addField("siret", comparison.siret, a.siret, b.siret);
    because.addField("rna", comparison.rna, a.rna, b.rna);
    because.addField("website", comparison.website, a.website);
    const bool shown = !a.address.empty() && !b.address.empty();
    if (shown) because.addField("address", comparison.address, a.address, b.address);
    because.addField("opened", comparison.opened, openedText(a), openedText(b));
    because.addField("email", comparison.email);
    because.addField("phone", comparison.phone);
    return because.text();
}

}  // namespace

std::string tomlText(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') quoted += '\\';
        if (byte < 0x20 || byte == 0x7F) {
            quoted += fmt::format("\\u{:04X}", byte);
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

std::string calledBy(const model::Actor& record, Language language) {
    return text::say(language, "question.record",
                     {{"name", commentText(record.name)}, {"source", record.origin.source}, {"row", std::to_string(record.origin.row)}});
}

model::Question duplicateQuestion(const model::Study& study, const model::Reference& reference, const model::Actor& a,
                                  const model::Actor& b, const Comparison& comparison) {
    model::Question question;
    question.about = model::Question::About::Duplicate;
    question.records = {a.id, b.id};
    question.score = comparison.score;
    question.text =
        text::say(study.language, "question.duplicate", {{"a", calledBy(a, study.language)}, {"b", calledBy(b, study.language)}});
    question.because = explained(reference, a, b, comparison, study.language);
    question.decision =
        fmt::format("[[decision]]   # {} / {}\nrecords = [{}, {}]\nis      = \"same\"   # \"different\" {}\n", commentText(a.name),
                    commentText(b.name), tomlText(a.id), tomlText(b.id), text::say(study.language, "question.otherwise"));
    for (const char* is : {"same", "different"}) {
        question.choices.push_back({text::say(study.language, std::string("question.choice.") + is),
                                    fmt::format("[[decision]]   # {} / {}\nrecords = [{}, {}]\nis      = \"{}\"\n", commentText(a.name),
                                                commentText(b.name), tomlText(a.id), tomlText(b.id), is)});
    }
    return question;
}

namespace {

/// « Name (code), Name (code)… »: what stands between brackets is a code when it looks like one.
std::vector<std::pair<std::string, std::string>> communesIn(const std::string& candidates) {
    constexpr std::size_t digits = 5;
    std::vector<std::pair<std::string, std::string>> communes;
    for (std::size_t from = 0, open = candidates.find('('); open != std::string::npos; open = candidates.find('(', from)) {
        const std::size_t close = std::min(candidates.find(')', open), candidates.size());
        std::string code = candidates.substr(open + 1, close - open - 1);
        const std::size_t start = candidates.find_first_not_of(", ", from);
        if (code.size() == digits) {
            std::string name = candidates.substr(start, open - start);
            while (!name.empty() && name.back() == ' ') name.pop_back();
            communes.emplace_back(std::move(name), std::move(code));
        }
        from = close + 1;
    }
    return communes;
}

/// « It is in Saint-Denis (93066) »: the code tells homonyms apart.
model::Question::Choice communeChoice(const std::string& head, const std::string& name, const std::string& code, Language language) {
    return {text::say(language, "question.choice.commune", {{"name", name}, {"code", code}}),
            head + fmt::format("commune  = {}   # {}\n", tomlText(code), commentText(name))};
}

}  // namespace

model::Question placeQuestion(const model::Study& study, const model::Actor& record, const model::Issue& issue) {
    const auto fact = [&](const char* key) {
        const auto found = issue.facts.find(key);
        return found == issue.facts.end() ? std::string() : found->second;
    };
    model::Question question;
    question.about = model::Question::About::Place;
    question.records = {record.id};
    question.text = text::say(study.language, "question.place", {{"a", calledBy(record, study.language)}});
    question.because = issue.action;
    const std::string head = fmt::format("[[decision]]   # {}\nrecord   = {}\n", commentText(record.name), tomlText(record.id));
    question.decision = head;
    if (issue.what == "far-position") {
        const std::string position = fmt::format("position = [{}, {}]", fact("lon"), fact("lat"));
        question.decision += fmt::format("commune  = {}   # {}\n# {}   # {}\n", tomlText(fact("code")), fact("name"), position,
                                         text::say(study.language, "question.position-instead"));
        question.choices = {communeChoice(head, fact("name"), fact("code"), study.language),
                            {text::say(study.language, "question.choice.position"), head + position + "\n"}};
        return question;
    }
    const std::string hint = text::say(study.language, "question.one-of");
    for (const auto& [name, code] : communesIn(fact("candidates"))) {
        question.decision +=
            fmt::format("# commune = {}   # {}{}\n", tomlText(code), name, question.choices.empty() ? " ← " + hint : std::string());
        question.choices.push_back(communeChoice(head, name, code, study.language));
    }
    if (question.choices.empty())
        question.decision += fmt::format("# commune = \"…\"   # {}\n", text::say(study.language, "question.insee"));
    return question;
}

}  // namespace raquette::ingest
