#include "viewer/app/card_panel.h"

#include "viewer/app/identify.h"
#include "viewer/map/lettering.h"
#include "viewer/map/palette.h"

#include <QLabel>

namespace raquette::viewer {

namespace {

QString paragraph(const QString& text, const char* size, const QColor& colour, bool bold = false) {
    return QStringLiteral("<p style=\"font-size:%1; color:%2; font-weight:%3; margin:4px 0\">%4</p>")
        .arg(QLatin1String(size), colour.name(), QLatin1String(bold ? "700" : "400"), text.toHtmlEscaped());
}

}  // namespace

CardPanel::CardPanel(QWidget* parent) : QScrollArea(parent), label_(new QLabel) {
    label_->setWordWrap(true);
    label_->setTextFormat(Qt::RichText);
    label_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label_->setMargin(12);
    setWidget(label_);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
}

void CardPanel::showCard(const Card& card) {
    const Palette& colours = viewer::palette(Theme::Light);
    QString html;
    if (!card.kicker.empty()) html += paragraph(qt(card.kicker).toUpper(), "11px", colours.number, true);
    html += paragraph(qt(card.title), "17px", colours.textStrong, true);
    for (const Card::Answer& answer : card.answers) {
        if (!answer.question.empty()) html += paragraph(qt(answer.question), "12px", colours.textMuted, true);
        html += paragraph(qt(answer.answer), "13px", colours.text);
    }
    label_->setText(html);
}

QString CardPanel::shownText() const {
    return label_->text();
}

}  // namespace raquette::viewer
