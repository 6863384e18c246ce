#pragma once

#include <QDialog>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
struct Contribution;
struct FieldChange;
enum class Language;
}  // namespace raquette::model

namespace raquette::viewer {

/// Where somebody says what they know better: of a record, field by field; a word or a doubt on anything; somebody who is missing in a
/// commune; with whom a record works. It is sent to who keeps the study, or brought to it at once where its contributions are kept.
class ProposalDialog : public QDialog {
    Q_OBJECT

public:
    /// `about`: a record's id, `gap:ID`, `SERVICE:TERRITORY`, `add:COMMUNE` for one that is missing there,
    /// `link:ID` for what a record does with another.
    ProposalDialog(std::shared_ptr<const store::StudyState> state, std::string about, model::Language language, QWidget* parent = nullptr);
    ~ProposalDialog() override;

    /// What was said; none while it says nothing, or nobody says it.
    std::optional<model::Contribution> contribution() const;
    /// It is to be brought at once, rather than kept in a file.
    bool isForNow() const;
    QString problem() const;

private:
    void build(bool isLink);
    void addFields();
    void addLink();
    void addRemark();
    void addSpeaker();
    void addButtons();
    void allow();
    std::vector<model::FieldChange> changes() const;
    QString say(const char* id) const;

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace raquette::viewer
