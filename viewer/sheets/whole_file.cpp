#include "viewer/sheets/whole_file.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <QSaveFile>

namespace raquette::viewer {

void writeWhole(const QByteArray& bytes, const std::filesystem::path& path) {
    QSaveFile file(QString::fromStdString(path.string()));
    const bool whole = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!whole) {
        throw model::Error(fmt::format("The map {} cannot be written: {}. Check the folder, its rights and the room left on the disk.",
                                       path.string(), file.errorString().toStdString()));
    }
}

}  // namespace raquette::viewer
