#pragma once

#include <QLineEdit>
#include <memory>
#include <vector>

class QCompleter;
class QStandardItemModel;

namespace raquette::viewer {

class PlaceSearch;
struct NamedPlace;
enum class PlaceKinds;
template <class T>
class Latest;

/// Where one types the name of a commune, a territory, a venue or an actor: what fits is listed below while typing.
class SearchBox : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchBox(QWidget* parent = nullptr);
    ~SearchBox() override;

    void setPlaces(std::shared_ptr<const PlaceSearch> places);
    void setKinds(PlaceKinds kinds) { kinds_ = kinds; }
    /// Goes to what fits best; false when nothing does.
    bool accept(const QString& typed);
    bool isBusy() const;
    QStringList listed() const;

signals:
    void placeChosen(const raquette::viewer::NamedPlace& place);

private:
    void list(const QString& typed);
    void show(std::vector<NamedPlace> found);

    std::shared_ptr<const PlaceSearch> places_;
    std::vector<NamedPlace> listed_;
    PlaceKinds kinds_{};
    QStandardItemModel* model_;
    QCompleter* completer_;
    std::unique_ptr<Latest<std::vector<NamedPlace>>> listing_;
};

}  // namespace raquette::viewer
