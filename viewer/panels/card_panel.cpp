#include "viewer/panels/card_panel.h"

#include "viewer/cards/card.h"
#include "viewer/map/lettering.h"
#include "viewer/map/palette.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <vector>

namespace raquette::viewer {

namespace {

/// Where the font has no narrow no-break space another one's would come in, and the line might break there.
QString escaped(const std::string& text) {
    constexpr char16_t narrow = 0x202F;
    constexpr char16_t noBreak = 0x00A0;
    return qt(text).toHtmlEscaped().replace(QChar(narrow), QChar(noBreak)).replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

/// Letters of so many pixels, with so many above.
QString paragraph(const QString& html, double size, const QColor& colour, bool bold = false, int above = 2) {
    return QStringLiteral("<p style=\"font-size:%1px; color:%2; font-weight:%3; margin:%4px 0 2px 0\">%5</p>")
        .arg(QString::number(std::lround(size)), colour.name(), QLatin1String(bold ? "700" : "400"), QString::number(above), html);
}

}  // namespace

struct CardPanel::Links {
    std::vector<CardLink> all;

    QString anchor(const CardLink& link, const QColor& colour) {
        all.push_back(link);
        return QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>")
            .arg(QString::number(all.size() - 1), colour.name(), escaped(link.words));
    }
};

CardPanel::CardPanel(QWidget* parent)
    : QWidget(parent), links_(std::make_unique<Links>()), label_(new QLabel), scroll_(new QScrollArea), buttons_(new QVBoxLayout) {
    label_->setWordWrap(true);
    label_->setTextFormat(Qt::RichText);
    label_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label_->setMargin(12);
    connect(label_, &QLabel::linkActivated, this, [this](const QString& index) {
        const std::size_t at = index.toULongLong();
        if (at < links_->all.size()) emit linkFollowed(CardLink(links_->all[at]));
    });
    scroll_->setWidget(label_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    buttons_->setContentsMargins(12, 0, 12, 12);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll_, 1);
    column->addLayout(buttons_);
}

CardPanel::~CardPanel() = default;

void CardPanel::setName(const QString& name) {
    setAccessibleName(name);
    scroll_->setAccessibleName(name);
}

void CardPanel::showCard(const Card& card) {
    const Palette& colours = viewer::palette(themeOf(QApplication::palette()));
    links_->all.clear();
    // A label cuts its text at the ascent of the first line, whatever its margin, and the accents of capitals stand above it.
    QString html = QStringLiteral("<p style=\"font-size:4px; margin:0\">&nbsp;</p>");
    if (!card.kicker.empty())
        html += paragraph(QString::fromStdString(card.kicker).toUpper().toHtmlEscaped(), 11 * letters_, colours.number, true);
    html += paragraph(escaped(card.title), 17 * letters_, colours.textStrong, true);
    for (const Card::Answer& answer : card.answers) {
        if (!answer.question.empty()) html += paragraph(escaped(answer.question), 12 * letters_, colours.textMuted, true, 8);
        if (!answer.answer.empty()) html += paragraph(escaped(answer.answer), 13 * letters_, colours.text);
        const bool bare = answer.question.empty() && answer.answer.empty();  // lines that begin a paragraph of their own
        for (const CardLink& link : answer.links)
            html += paragraph(links_->anchor(link, colours.provider), 13 * letters_, colours.text, false, bare ? 8 : 2);
    }
    label_->setText(html);
    while (QLayoutItem* item = buttons_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const CardLink& action : card.actions) {
        auto* button = new QPushButton(qt(action.words));
        connect(button, &QPushButton::clicked, this, [this, action] { emit linkFollowed(action); });
        buttons_->addWidget(button);
        links_->all.push_back(action);
    }
}

QString CardPanel::shownText() const {
    return label_->text();
}

bool CardPanel::follow(const QString& words) {
    const auto link = std::ranges::find(links_->all, words, [](const CardLink& one) { return qt(one.words); });
    if (link == links_->all.end()) return false;
    emit linkFollowed(CardLink(*link));
    return true;
}

}  // namespace raquette::viewer
