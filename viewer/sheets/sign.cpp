#include "viewer/sheets/sign.h"

#include <algorithm>
#include <array>

namespace raquette::viewer {

namespace {

struct DotSign {
    Sign sign;
    DotKind kind;
    Belonging belonging;
};
constexpr std::array dotSigns{DotSign{Sign::Provider, DotKind::Provider, Belonging::NotTold},
                              DotSign{Sign::Venue, DotKind::Venue, Belonging::NotTold},
                              DotSign{Sign::Actor, DotKind::Actor, Belonging::NotTold},
                              DotSign{Sign::VenueMember, DotKind::Venue, Belonging::Member},
                              DotSign{Sign::VenueNotMember, DotKind::Venue, Belonging::NotMember},
                              DotSign{Sign::VenueUnknown, DotKind::Venue, Belonging::Unknown},
                              DotSign{Sign::ActorMember, DotKind::Actor, Belonging::Member},
                              DotSign{Sign::ActorNotMember, DotKind::Actor, Belonging::NotMember},
                              DotSign{Sign::ActorUnknown, DotKind::Actor, Belonging::Unknown}};

void drawNumberSign(QPainter& painter, const QRectF& box, const MapOptions& options) {
    const Palette& colours = palette(options.theme);
    const double radius = box.height() * 0.55;
    painter.setPen(QPen(colours.number, 1.3 * options.scale));
    painter.setBrush(colours.page);
    painter.drawEllipse(box.center(), radius, radius);
    options.lettering.drawCentred(painter, box.center(), QStringLiteral("1"), options.lettering.font(box.height() * 0.62, true),
                                  colours.number);
}

}  // namespace

void drawSign(QPainter& painter, const LegendEntry& entry, const QRectF& box, const MapOptions& options) {
    const Sign sign = entry.sign;
    const auto* const dot = std::ranges::find(dotSigns, sign, &DotSign::sign);
    if (dot != dotSigns.end()) {
        drawDotSample(painter, box.center(), dot->kind, options, dot->belonging);
        return;
    }
    if (sign == Sign::Unconfirmed) {
        drawDotSample(painter, box.center(), DotKind::Venue, options, Belonging::NotTold, true);
        return;
    }
    const Palette& colours = palette(options.theme);
    const auto swatch = [&](const QColor& fill, const QColor& edge, Qt::PenStyle style = Qt::SolidLine) {
        painter.setPen(QPen(edge, std::max(0.8, 1.1 * options.scale), style));
        painter.setBrush(fill);
        painter.drawRect(box);
    };
    const auto line = [&](double y, const QColor& colour, double width) {
        painter.setPen(QPen(colour, width * options.scale));
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    };
    QColor half = colours.covered;
    half.setAlphaF(0.5F);
    QColor contract = colours.contract;
    contract.setAlphaF(0.22F);
    const QPointF left(box.left(), box.center().y());
    const QPointF right(box.right(), box.center().y());
    switch (sign) {
        case Sign::Covered:
            swatch(colours.covered, colours.coveredEdge);
            break;
        case Sign::Possible:
            painter.fillRect(box, colours.hole);
            swatch(half, colours.coveredEdge, Qt::DashLine);
            break;
        case Sign::Hole:
            drawHatchSample(painter, box, options);
            break;
        case Sign::NotSurveyed:
            drawNotSurveyedSample(painter, box, options);
            break;
        case Sign::NotCoveredPlain:
            swatch(colours.hole, colours.departementLine);
            break;
        case Sign::Number:
            drawNumberSign(painter, box, options);
            break;
        case Sign::Contract:
            swatch(contract, colours.contract);
            break;
        case Sign::Simple:
            drawStrands(painter, left, right, 1, options);
            break;
        case Sign::Double:
            drawStrands(painter, left, right, 2, options);
            break;
        case Sign::Triple:
            drawStrands(painter, left, right, 3, options);
            break;
        case Sign::Step:
            swatch(rampSteps(colours, entry.steps)[entry.step], colours.departementLine);
            break;
        case Sign::NoData:
            drawNoDataSample(painter, box, options);
            break;
        case Sign::Departement:
            line(box.center().y(), colours.departementLine, 1.2);
            break;
        case Sign::Borders:
            line(box.center().y() - box.height() * 0.2, colours.regionLine, 1.4);
            line(box.center().y() + box.height() * 0.2, colours.departementLine, 1.2);
            break;
        default:
            break;
    }
}

}  // namespace raquette::viewer
