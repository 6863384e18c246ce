#pragma once

#include <QString>

namespace raquette::viewer {

/// For whom the person at this machine last spoke.
QString keptOrganisation();
void keepOrganisation(const QString& organisation);

}  // namespace raquette::viewer
