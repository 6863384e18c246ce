#include "gis/model/actor.h"

namespace raquette::model {

bool isUnconfirmed(const Actor& actor, Day day, long months) {
    return months > 0 && actor.confirmed && monthsLater(actor.confirmed->last(), static_cast<int>(months)) < day;
}

void shareTexts(Actor& actor, TextPool& texts) {
    for (SharedText* text : {&actor.origin.source, &actor.type, &actor.legalForm, &actor.network, &actor.status, &actor.place.method,
                             &actor.place.commune, &actor.place.departement}) {
        texts.share(*text);
    }
    for (SharedText& function : actor.functions) texts.share(function);
    for (SharedText& label : actor.labels) texts.share(label);
}

}  // namespace raquette::model
