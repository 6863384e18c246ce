#pragma once

#include <QWidget>
#include <memory>
#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QLineEdit;

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

class SearchBox;
struct NamedPlace;

/// Where somebody says with whom a record works: another of the study, found by name, or one that no list has; what is shared, for what,
/// since when.
class LinkForm : public QWidget {
    Q_OBJECT

public:
    /// `from`: the record's id.
    LinkForm(std::shared_ptr<const store::StudyState> state, const std::string& from, model::Language language, QWidget* parent = nullptr);
    ~LinkForm() override;

    /// The fields of a new link; none while nobody is named, or only the record itself.
    std::vector<std::pair<std::string, std::string>> said() const;

signals:
    void changed();

private:
    std::shared_ptr<const store::StudyState> state_;
    std::string from_;
    std::unique_ptr<NamedPlace> chosen_;  ///< the other, once it was chosen from the list
    SearchBox* with_;
    QComboBox* intensity_;
    QLineEdit *nature_, *since_, *until_;
};

}  // namespace raquette::viewer
