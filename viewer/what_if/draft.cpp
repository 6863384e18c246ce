#include "viewer/what_if/draft.h"

#include "gis/model/error.h"
#include "gis/store/store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace raquette::viewer {

namespace {

/// One file for a service of a study, whatever folder the program is started in.
QString pathOf(const store::StudyState& state, const std::string& service) {
    const model::Study& study = state.study;
    const std::string file = study.file.empty() ? study.store : study.file.string();
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const std::string& part : {file, study.title.in(model::Language::French), service}) {
        hash.addData(QByteArray::fromStdString(part));
        hash.addData(QByteArrayView("\0", 1));
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/scenarios");
    return folder + QLatin1Char('/') + QString::fromLatin1(hash.result().toHex()) + QStringLiteral(".json");
}

}  // namespace

void keepDraft(const store::StudyState& state, const NamedPlan& plan) {
    const QString path = pathOf(state, plan.service);
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(QByteArray::fromStdString(text(plan)));
    file.commit();
}

std::optional<Plan> draftOf(const store::StudyState& state, const std::string& service) {
    QFile file(pathOf(state, service));
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    try {
        return planFrom(file.readAll().toStdString()).plan;
    } catch (const model::Error&) {
        return std::nullopt;
    }
}

}  // namespace raquette::viewer
