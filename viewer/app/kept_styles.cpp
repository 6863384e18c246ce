#include "viewer/app/kept_styles.h"

#include "gis/analysis/classing/classing.h"
#include "gis/model/study.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

namespace raquette::viewer {

namespace {

constexpr int allDigits = 17;  // of a double, so that bounds come back as they were

QString nameOf(const model::Study& study) {
    const QByteArray title = QByteArray::fromStdString(study.title.in(model::Language::French));
    return QString::fromLatin1(QCryptographicHash::hash(title, QCryptographicHash::Sha1).toHex());
}

QString groupOf(const model::Study& study) {
    return QStringLiteral("styles/") + nameOf(study);
}

QString lookKey(const model::Study& study) {
    return QStringLiteral("looks/") + nameOf(study);
}

QString awaitsKey(const model::Study& study) {
    return QStringLiteral("awaits-store/") + nameOf(study);
}

/// `borders:40`, and `borders:40:hidden` where it is not drawn; the lowest first.
QStringList written(const MapLook& look) {
    QStringList words;
    for (const MapPart part : look.order()) {
        const QString word = QString::fromLatin1(mapPartNames.at(static_cast<std::size_t>(part)));
        words.append(word + QLatin1Char(':') + QString::number(std::lround(look.opacity(part) * 100)) +
                     (look.shows(part) ? QString() : QStringLiteral(":hidden")));
    }
    return words;
}

std::optional<MapLook> readLook(const QStringList& words) {
    MapLook look;
    std::vector<MapPart> order;
    for (const QString& word : words) {
        const QStringList said = word.split(QLatin1Char(':'));
        const auto* const name = std::ranges::find_if(mapPartNames, [&](const char* one) { return said.front() == QLatin1String(one); });
        bool isNumber = false;
        const int percent = said.value(1).toInt(&isNumber);
        if (name == mapPartNames.end() || !isNumber) return std::nullopt;
        order.push_back(static_cast<MapPart>(name - mapPartNames.begin()));
        look.setOpacity(order.back(), percent / 100.0);
        look.show(order.back(), said.size() < 3);
    }
    return look.setOrder(order) ? std::optional(look) : std::nullopt;
}

QStringList written(const MapStyle& style) {
    QStringList words{QString::fromLatin1(rampNames[static_cast<std::size_t>(style.ramp)])};
    for (const double bound : style.bounds) words.append(QString::number(bound, 'g', allDigits));
    return words;
}

std::optional<MapStyle> read(const QStringList& words) {
    if (words.isEmpty() || words.size() > static_cast<qsizetype>(analysis::mostClasses)) return std::nullopt;
    const auto* const ramp = std::ranges::find_if(rampNames, [&](const char* name) { return words.front() == QLatin1String(name); });
    if (ramp == rampNames.end()) return std::nullopt;
    MapStyle style;
    style.ramp = static_cast<Ramp>(ramp - rampNames.begin());
    for (qsizetype i = 1; i < words.size(); ++i) {
        bool isNumber = false;
        style.bounds.push_back(words[i].toDouble(&isNumber));
        if (!isNumber || !std::isfinite(style.bounds.back())) return std::nullopt;
    }
    const bool rises = std::ranges::adjacent_find(style.bounds, std::greater_equal<>()) == style.bounds.end();
    return rises ? std::optional(style) : std::nullopt;
}

}  // namespace

std::map<std::string, MapStyle> keptStyles(const model::Study& study) {
    std::map<std::string, MapStyle> styles;
    QSettings settings;
    settings.beginGroup(groupOf(study));
    for (const QString& column : settings.childKeys()) {
        if (const auto style = read(settings.value(column).toStringList())) styles[column.toStdString()] = *style;
    }
    return styles;
}

void keepStyle(const model::Study& study, const std::string& column, const MapStyle& style) {
    QSettings settings;
    settings.beginGroup(groupOf(study));
    const QString key = QString::fromStdString(column);
    if (style == MapStyle())
        settings.remove(key);
    else
        settings.setValue(key, written(style));
}

bool awaitsStore(const model::Study& study) {
    return QSettings().contains(awaitsKey(study));
}

void setAwaitsStore(const model::Study& study, bool awaits) {
    QSettings settings;
    if (awaits)
        settings.setValue(awaitsKey(study), true);
    else
        settings.remove(awaitsKey(study));
}

MapLook keptLook(const model::Study& study) {
    return readLook(QSettings().value(lookKey(study)).toStringList()).value_or(MapLook());
}

void keepLook(const model::Study& study, const MapLook& look) {
    QSettings settings;
    if (look == MapLook())
        settings.remove(lookKey(study));
    else
        settings.setValue(lookKey(study), written(look));
}

}  // namespace raquette::viewer
