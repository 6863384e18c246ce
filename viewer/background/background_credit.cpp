#include "viewer/background/background_credit.h"

#include "viewer/background/background.h"
#include "viewer/text/words.h"

namespace raquette::viewer {

BackgroundCredit::BackgroundCredit(QWidget* parent) : QLabel(parent) {
    setObjectName(QStringLiteral("background-credit"));
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setOpenExternalLinks(true);
    setCursor(Qt::ArrowCursor);
    hide();
}

void BackgroundCredit::say(const Background& background, model::Language language, Theme theme) {
    const Palette& colours = viewer::palette(theme);
    const QColor& page = colours.page;
    setStyleSheet(QStringLiteral("background: rgba(%1, %2, %3, 220); color: %4; font-size: 11px; padding: 2px 6px;")
                      .arg(page.red())
                      .arg(page.green())
                      .arg(page.blue())
                      .arg(colours.text.name()));
    const QString credit = attributionOf(background.service(), language);
    const QString link = attributionLink(credit);
    QString shown = credit.toHtmlEscaped();
    if (!link.isEmpty())
        shown = QStringLiteral("<a style=\"color: %1;\" href=\"%2\">%3</a>").arg(colours.provider.name(), link.toHtmlEscaped(), shown);
    QString plain = credit;
    if (!background.isAvailable()) {
        const QString sorry = words(language, "background.unavailable");
        shown = sorry.toHtmlEscaped() + QStringLiteral(" · ") + shown;
        plain = sorry + QStringLiteral(" · ") + plain;
    }
    setText(shown);
    setAccessibleName(plain);
    adjustSize();
}

}  // namespace raquette::viewer
