#pragma once

#include "viewer/study/latest.h"

#include <QObject>
#include <memory>

namespace raquette::store {
struct StudyState;
}

namespace raquette::viewer {

class AssistantWindow;
class MainWindow;
class StartWindow;

/// The start window and the window of the study that is open; which studies were opened lately.
class Desk : public QObject {
    Q_OBJECT

public:
    explicit Desk(QObject* parent = nullptr);
    ~Desk() override;

    void start();
    /// Opens a study file or a store beside the event loop; what goes wrong is said in the start window. Of a list, begins a study.
    void open(const QString& path);
    bool isBusy() const { return opening_.isBusy(); }
    MainWindow* window() const { return window_.get(); }
    StartWindow* startWindow() const { return start_.get(); }
    /// Begins a study of a list.
    void begin(const QString& list);
    AssistantWindow* assistant() const { return assistant_.get(); }

signals:
    void opened();
    void failed(const QString& problem);

private:
    struct Opened {
        QString path;
        std::shared_ptr<const store::StudyState> state;
    };
    void show(const Opened& opened);
    void fail(const std::string& problem);

    std::unique_ptr<StartWindow> start_;
    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<AssistantWindow> assistant_;
    Latest<Opened> opening_;
};

}  // namespace raquette::viewer
