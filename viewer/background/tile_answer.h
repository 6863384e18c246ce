#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QImage>
#include <chrono>
#include <optional>

namespace raquette::viewer {

/// The picture that a server sent, ready to be drawn; null when it is none, or not one of the few kinds that tiles are, or huge.
QImage pictureFrom(const QByteArray& sent);

/// How long a server asks to be left alone (`Retry-After`: seconds, or a date); none when it does not say.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray& header, const QDateTime& now);

}  // namespace raquette::viewer
