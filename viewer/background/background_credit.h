#pragma once

#include "viewer/map/palette.h"

#include <QLabel>

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

class Background;

/// Whom a background map is owed to, standing on the map as long as it does, with a link to their page; and, quietly, that it cannot be
/// had at the moment.
class BackgroundCredit : public QLabel {
    Q_OBJECT

public:
    explicit BackgroundCredit(QWidget* parent);

    void say(const Background& background, model::Language language, Theme theme);
};

}  // namespace raquette::viewer
