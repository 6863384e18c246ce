#pragma once

#include <QWidget>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace raquette::store {
struct StudyState;
}
namespace raquette::ingest {
struct MergeRequest;
}
namespace raquette::model {
struct Contribution;
enum class Language;
}  // namespace raquette::model

namespace raquette::viewer {

struct Board;
struct Brought;
struct SharedStudy;
enum class Deed;

/// Where those who keep a study together see what was brought to it, say what they know of it, settle it by the study's rules, and adopt
/// the diagnosis. Whoever may not do something is told why instead of being let fail.
class ContributionsWindow : public QWidget {
    Q_OBJECT

public:
    /// Of a study whose contributions are kept.
    ContributionsWindow(SharedStudy study, model::Language language, QWidget* parent = nullptr);
    ~ContributionsWindow() override;

    /// Brings files, as if they were chosen.
    void bring(const std::vector<std::filesystem::path>& files);
    /// Brings a contribution made here.
    void propose(const model::Contribution& contribution);
    /// Nothing is being read or done: tests and screenshots wait for it.
    bool isSettled() const;

signals:
    /// Something was settled: the study is another.
    void studyChanged(const std::shared_ptr<const raquette::store::StudyState>& state);

private:
    void build();
    void buildConflicts();
    void renew();
    void showBoard(std::shared_ptr<const Board> board);
    void showChosen();
    void allow();
    const Brought* chosen() const;
    std::string organisation() const;
    std::string reason() const;
    ingest::MergeRequest request() const;
    void merge(ingest::MergeRequest request);
    void ask(Deed deed, ingest::MergeRequest request);
    void vote(bool yes);
    void settle(bool accepted);
    void takeBack();
    void discuss();
    void askForFiles();
    QString say(const char* id) const;

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace raquette::viewer
