#include "viewer/contributions/kept_speaker.h"

#include <QSettings>

namespace raquette::viewer {

namespace {

const QString key = QStringLiteral("organisation");

}  // namespace

QString keptOrganisation() {
    return QSettings().value(key).toString();
}

void keepOrganisation(const QString& organisation) {
    QSettings().setValue(key, organisation);
}

}  // namespace raquette::viewer
