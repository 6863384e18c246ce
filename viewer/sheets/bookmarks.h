#pragma once

#include <QByteArray>
#include <string>
#include <vector>

namespace raquette::viewer {

/// The same document with a list beside its pages: a name for each, in their order, which leads to it. A reader opens with the list shown.
/// `language` (`fr`, `en`) is what its words are read aloud in. Throws model::Error where there are not as many names as pages.
QByteArray withBookmarks(const QByteArray& pdf, const std::vector<std::string>& names, const std::string& language);

}  // namespace raquette::viewer
