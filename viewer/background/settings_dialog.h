#pragma once

#include "viewer/background/tile_service.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;
class QSpinBox;

namespace raquette::viewer {

/// Whose background map is shown. An address that cannot be asked for tiles is refused with a sentence as it is written.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(const TileService& service, model::Language language, QWidget* parent = nullptr);

    /// As written; without a problem once accepted.
    TileService service() const;

signals:
    /// Tiles kept on disk are to be thrown away.
    void emptyCacheAsked();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fit();
    void build(const TileService& service);
    void check();
    QString say(const char* id) const;

    model::Language language_;
    QLineEdit* address_ = nullptr;
    QLabel* problem_ = nullptr;
    QLineEdit* attribution_ = nullptr;
    QSpinBox* highestZoom_ = nullptr;
    QSlider* strength_ = nullptr;
    QPushButton* accept_ = nullptr;
};

}  // namespace raquette::viewer
