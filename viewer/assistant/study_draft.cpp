#include "viewer/assistant/study_draft.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <nlohmann/json.hpp>

namespace raquette::viewer {

namespace {

using nlohmann::json;

QString pathOf(const std::filesystem::path& list) {
    const QByteArray name = QCryptographicHash::hash(QByteArray::fromStdString(list.string()), QCryptographicHash::Sha1).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/studies/") + QString::fromLatin1(name) +
           QStringLiteral(".json");
}

json document(const NewStudy& study) {
    return {{"list", study.list.string()},
            {"kind", std::string(model::name(study.kind))},
            {"sheet", study.sheet},
            {"contributor", study.contributor},
            {"date", study.date},
            {"columns", study.columns},
            {"title", study.title},
            {"area", study.area},
            {"reach_km", study.reachKilometres},
            {"decisions", study.decisions}};
}

NewStudy read(const json& document) {
    NewStudy study;
    study.list = document.at("list").get<std::string>();
    study.kind = document.at("kind") == model::name(model::SourceKind::Actors) ? model::SourceKind::Actors : model::SourceKind::Venues;
    document.at("sheet").get_to(study.sheet);
    document.at("contributor").get_to(study.contributor);
    document.at("date").get_to(study.date);
    document.at("columns").get_to(study.columns);
    document.at("title").get_to(study.title);
    document.at("area").get_to(study.area);
    document.at("reach_km").get_to(study.reachKilometres);
    document.at("decisions").get_to(study.decisions);
    return study;
}

}  // namespace

void keepStudyDraft(const NewStudy& study) {
    const QString path = pathOf(study.list);
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(QByteArray::fromStdString(document(study).dump(2, ' ', false, json::error_handler_t::replace)));
    file.commit();
}

std::optional<NewStudy> studyDraftOf(const std::filesystem::path& list) {
    QFile file(pathOf(list));
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    try {
        return read(json::parse(file.readAll().toStdString()));
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

void forgetStudyDraft(const std::filesystem::path& list) {
    QFile::remove(pathOf(list));
}

}  // namespace raquette::viewer
